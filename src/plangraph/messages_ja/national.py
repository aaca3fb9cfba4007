"""Messages in Japanese: simulating and building a nation."""

# fmt: off
MESSAGES: dict[str, str] = {
    "simulate": "模擬",
    "there are {count} municipalities": "市区町村の数は {count} です",
    "ask for 1 to {count}": "1 から {count} までの数を指定してください",
    "there is no scale {text}": "{text} という規模はありません",
    "write full, 1/10 or 1/100": "full、1/10、1/100 のように書いてください",
    "say --municipalities or --scale, not both":
        "--municipalities と --scale はどちらか一方を指定してください",
    "there are other plan files in this folder":
        "このフォルダーにはほかの計画ファイルがあります",
    "name an empty folder: they would be built with it":
        "空のフォルダーを指定してください。一緒に構築されてしまいます",
    "simulated {places:municipality|municipalities}: {files:plan file(s)}, {size} → {out}":
        "{places} 市区町村を模擬しました: 計画ファイル {files} 件、{size} → {out}",
    "Write a nation of invented plan files, for tests and benchmarks.":
        "試験と性能測定のため、架空の計画ファイルを全国分書き出す。",
    "Real municipalities, invented plans: two versions each, marked as simulated in every"
    " file. The same seed gives the same bytes, and a smaller nation is part of a larger one.":
        "市区町村は実在、計画は架空です。各二版で、どのファイルにも模擬と記します。"
        "同じシードなら同じバイト列になり、小さな全国は大きな全国の一部です。",
    "How many, 1 to 1741 (default: all).": "市区町村の数、1～1741（既定は全部）。",
    "The same as a share of the nation: full, 1/10, 1/100.":
        "同じことを全国に対する割合で: full、1/10、1/100。",
    "Another seed, other plans.": "シードが違えば計画も違う。",
    "How the plan files are written.": "計画ファイルの書式。",
    # building
    "load": "格納",
    "a Dask cluster needs the package distributed":
        "Dask クラスターには distributed パッケージが必要です",
    "install it with `pip install plangraph[dask]`":
        "`pip install plangraph[dask]` で入れてください",
    "the scheduler does not answer: {problem}": "スケジューラーが応答しません: {problem}",
    "start one with `dask scheduler`, and workers with `dask worker`":
        "`dask scheduler` で起動し、`dask worker` でワーカーを加えてください",
    "the workers have no plangraph": "ワーカーに plangraph がありません",
    "install the same version of plangraph on all machines":
        "すべての機械に同じ版の plangraph を入れてください",
    "the cluster has no workers": "クラスターにワーカーがいません",
    "the worker {worker} has another version of plangraph":
        "ワーカー {worker} の plangraph は別の版です",
    "{count} jobs do no work": "ジョブが {count} では仕事になりません",
    "ask for 1 or more": "1 以上を指定してください",
    "workers died {count} times over the same work":
        "同じ仕事でワーカーが {count} 回落ちました",
    "the process that fills the store was killed":
        "ストアに書き込むプロセスが落とされました",
    "is there enough memory? fewer at a time need less: --jobs 1":
        "メモリーは足りていますか。同時に動かす数を減らせます: --jobs 1",
    "the links of this store cannot be renewed": "このストアの関連付けはやり直せません",
    "another version of plangraph built it, or its folder `work` is gone:"
    " build it again with `plangraph build`":
        "別の版の plangraph が作ったか、フォルダー `work` がありません。"
        "`plangraph build` で作り直してください",
    "Processes that work (default: one a core).": "働くプロセスの数（既定はコアの数）。",
    "Work on the Dask cluster of this scheduler.":
        "このスケジューラーの Dask クラスターで処理する。",
}
