"""Messages in Japanese: what ``--help`` says of commands and their options."""

# fmt: off
MESSAGES: dict[str, str] = {
    # the command line
    "A knowledge graph of Japanese municipalities' plans (総合計画・個別計画).":
        "自治体の計画（総合計画・個別計画）のナレッジグラフ。",
    "Show the version and exit.": "版を表示して終わる。",
    "Speak Japanese or English (default: the locale).": "日本語か英語で話す（既定: ロケール）。",
    "Store folder or SPARQL endpoint (default: PLANGRAPH_STORE, or your data folder).":
        "ストアのフォルダーか SPARQL エンドポイント（既定: PLANGRAPH_STORE、なければ利用者のデー"
        "タフォルダー）。",
    "How to write it (default: by the file's ending, else table).":
        "出力の形式（既定: ファイルの拡張子による。なければ table）。",
    "How to write it (default: by the file's ending, else trig).":
        "出力の形式（既定: ファイルの拡張子による。なければ trig）。",
    "How to write it.": "出力の形式。",
    "Write to this file.": "このファイルに書く。",
    # build
    "Build the store: plan files → checked graph.":
        "ストアを作る: 計画ファイル → 検査済みのグラフ。",
    "PLANS are plan files or folders; none means the plans that come with plangraph. The store "
    "holds these and nothing else afterwards. Only what has changed since the last build is worked "
    "on. The former store stays in force until the new one is whole.":
        "PLANS は計画ファイルかフォルダー。省くと plangraph に付属の計画。ストアに残るのはこれだけ"
        "です。前回から変わったものだけを処理し、新しいストアができあがるまで以前のストアが有効です。",
    "Also build the plans that come with plangraph.": "plangraph に付属の計画も入れる。",
    # check
    "Check plan files: findings with file:line; exit code 1 if there are errors.":
        "計画ファイルを検査する: 結果はファイル名と行。誤りがあれば終了コード 1。",
    "Of warnings of one kind the first three are shown, and the others counted; a file written "
    "with -o and JSON have all.":
        "同じ種類の警告は初めの三つを示し、残りは数だけを示します。-o のファイルと JSON には"
        "すべてがあります。",
    "Show every warning, not the first three of a kind.":
        "警告を、種類ごとに三つまででなく、すべて示す。",
    "Folder of the documents: check that every title stands at its line.":
        "文書のフォルダー: 名称がすべてその行にあるかも検査する。",
    # compare
    "Put the plans of cities side by side: structure, counterparts, gaps, fields, SDGs.":
        "市の計画を並べて比べる: 構造、対応する施策、ないもの、分野、SDGs。",
    "CITY is a city, a plan or a version; none means all that are in the store.":
        "CITY は市、計画、または版。省くとストアにあるすべて。",
    "Only elements of this policy field (防災).": "この政策分野の要素だけ（防災）。",
    "Only elements that serve this SDG goal (11).": "この SDGs の目標に資する要素だけ（11）。",
    "Only what this department answers for.": "この課が所管するものだけ。",
    "Only SDG links that are stated, judged or inferred.":
        "明記（stated）、判断（judged）、推定（inferred）のどれかの SDGs だけ。",
    "Compare unlike levels as well.": "異なる階層どうしも比べる。",
    "Look at periods on this day (default: today).": "計画期間をこの日で見る（既定: 今日）。",
    "Print this table alone.": "この表だけを出す。",
    # diff
    "Show what changed between two versions of a plan: same, renamed, moved, added, …":
        "計画の二つの版の違いを示す: 同じ、改称、移動、追加 など。",
    "Leave out what stayed the same.": "同じままのものを省く。",
    # draw
    "Draw plans as an interactive picture: one HTML file that needs no network.":
        "計画を触れる図にする: ネットワークの要らない一つの HTML ファイル。",
    "Without a name, all cities. Several cities stand side by side.":
        "名前を省くとすべての市。複数の市は並べて描きます。",
    "Write to this file, or - (default: named after what is drawn).":
        "このファイルに書く。- は標準出力（既定: 描くものの名前）。",
    "html, svg, png, graphml, gexf, cyjs, vis (default: by ending).":
        "html、svg、png、graphml、gexf、cyjs、vis（既定: 拡張子による）。",
    "hierarchy, radial or force: in formats other than html and vis.":
        "hierarchy、radial、force: html と vis 以外の形式での配置。",
    "Only what serves this SDG goal (11).": "この SDGs の目標に資するものだけ（11）。",
    "Only what belongs to this policy field (防災).": "この政策分野のものだけ（防災）。",
    "Only what is near this element.": "この要素の近くだけ。",
    "How many steps are near, for --around.": "--around で何段先までを近くとするか。",
    "Only what this question's rows name (column id).":
        "この問いの答えの行が指すものだけ（列 id）。",
    # evaluate
    "Measure results against judgements.": "結果を人の判断と照らして測る。",
    "Counterparts: first-ranked and among three, MRR, none; by the method alone.":
        "対応する施策: 第一位と三位以内の正解、MRR、対応なし。手法だけで測る。",
    "GOLD has pairs of elements with grades (0 to 3; right from 2). Cities that are not in the "
    "store are compared by titles alone.":
        "GOLD は要素の組と評点（0〜3、2 以上が正解）。ストアにない市は名称だけで比べます。",
    "Policy fields: a main one among the first three, F1 of main ones.":
        "政策分野: 主な分野が三位以内にあるか、主な分野の F1。",
    "GOLD has elements with their main fields (`primary`, keys or Japanese names).":
        "GOLD は要素とその主な分野（`primary`、キーか日本語名）。",
    "Precision, recall and F1 of `plangraph read` by document and kind.":
        "`plangraph read` の適合率、再現率、F1 を文書と種類ごとに。",
    "FOLDER holds reviewed plan files; their documents are read again and compared. Those of "
    "the plans that come with plangraph are not part of it.":
        "FOLDER は確認済みの計画ファイル。その文書を読み直して比べます。plangraph に付属する計画の"
        "文書は含まれていません。",
    "SDG goals: a main one among the first three, F1 of main ones, calibration.":
        "SDGs: 主な目標が三位以内にあるか、主な目標の F1、得点の確かさ。",
    "GOLD has elements with their primary goals, and, where they say so, with the targets that "
    "may rightly stand beside them.":
        "GOLD は要素とその主な目標。並べてよいターゲットも書けます。",
    "Read the running text of the documents in this folder too.":
        "このフォルダーの文書の本文も読む。",
    "Look at titles and keywords alone.": "名称とキーワードだけを見る。",
    "List what is wrong: found and expected.": "誤りを並べる: 得たものと正しいもの。",
    "Where the documents are (default: beside the plan files).":
        "文書の場所（既定: 計画ファイルの隣）。",
    "Measure the curators' judgements instead.": "代わりに人の判断のほうを測る。",
    # export
    "Write the dataset, or the graphs of some plans, as RDF; the same data, the same bytes.":
        "データセットか、計画ごとのグラフを RDF で書き出す。同じデータなら同じバイト列。",
    # link
    "Link elements to policy fields, SDG goals and counterparts in other plans.":
        "要素を政策分野、SDGs、他の計画の対応する要素に結びつける。",
    "Every method and every curator has graphs of its own; what documents state is not touched. "
    "`plangraph build` links as well: this is to link again, or with judgements of your own. "
    "Counts and coverage follow.":
        "手法ごと、判断者ごとに別のグラフに入り、文書が述べることには触れません。`plangraph "
        "build` も行うので、やり直すときや自分の判断で結ぶときに使います。集計と分野・目標の表も"
        "それに従います。",
    "Folder of judgement files (default: those that come with plangraph).":
        "判断のファイルのフォルダー（既定: plangraph に付属のもの）。",
    "Write the links to this file (.trig, .nq, .ttl) and leave the store alone.":
        "リンクをこのファイル（.trig、.nq、.ttl）に書き、ストアは変えない。",
    # list
    "List the municipalities, plans and versions in the store.":
        "ストアにある自治体、計画、版の一覧。",
    # mcp
    "Let an assistant ask the graph, over the Model Context Protocol on standard input.":
        "アシスタントがグラフに尋ねられるようにする（Model Context Protocol、標準入出力）。",
    "It may list, search, query, show and compare; nothing can be changed.":
        "一覧、検索、問い、表示、比較ができ、何も変えられません。",
    # push
    "Fill a remote store, graph by graph: only what changed since the last push.":
        "リモートのストアにグラフごとに送る: 前回から変わったものだけ。",
    "Graphs of others at the same place stay as they are."
    " A push that is broken off goes on where it stopped.":
        "同じ場所にあるほかのグラフには触れません。途中で切れた送信は、続きから再開します。",
    "URL takes SPARQL Update, instead of the Graph Store Protocol.":
        "URL は Graph Store Protocol ではなく SPARQL Update を受ける。",
    "Where the store is queried, as --update needs to know.":
        "ストアに問い合わせるアドレス（--update に要る）。",
    "Sign in; the password is asked, or read from PLANGRAPH_PASSWORD.":
        "利用者として入る。パスワードは尋ねるか、PLANGRAPH_PASSWORD から読む。",
    "Say what would be pushed, and push nothing.": "送るものを示すだけで、何も送らない。",
    # query
    "Ask a named question, a file or standard input; without a name, list the questions.":
        "名前のある問い、ファイル、標準入力で問い合わせる。名前を省くと問いの一覧。",
    "A parameter of the question; for more, -p again.":
        "問いのパラメーター。いくつでも付けられる。",
    "Print the SPARQL instead of running it.": "実行せずに SPARQL を表示する。",
    # read
    "Read plan documents into plan files.": "計画の文書を読んで計画ファイルにする。",
    "DOCUMENTS are PDF, DOCX, HTML, Markdown, text, CSV, XLSX or StratML files, or folders of "
    "them, which need -o FOLDER. What was found and what is doubtful is told on standard error.":
        "DOCUMENTS は PDF、DOCX、HTML、Markdown、テキスト、CSV、XLSX、StratML のファイルか、その"
        "フォルダー（-o FOLDER が必要）。見つけたことと疑わしいことは標準エラーに出ます。",
    "Where the plan file goes; without an ending a folder; - is standard output.":
        "計画ファイルの置き場所。拡張子がなければフォルダー、- は標準出力。",
    "Plan file, or what was found as JSON (default: by the file's ending).":
        "計画ファイルか、見つけたものの JSON（既定: ファイルの拡張子による）。",
    "Whose plan it is.": "どの自治体の計画か。",
    "Id of the plan (default: the name of the document).": "計画の id（既定: 文書の名前）。",
    "Id of the version (default: its status).": "版の id（既定: その状態）。",
    "Overwrite files that exist.": "すでにあるファイルに上書きする。",
    "Also write a page to review what was read.": "読んだ結果を確認するページも作る。",
    "What the columns of a register hold, by their heads.":
        "一覧表の列が何かを、その見出しで指定する。",
    "Documents read at the same time.": "同時に読む文書の数。",
    "What a document may take; 0: no limit.": "一つの文書にかけてよい秒数。0 なら無制限。",
    # schema, search, show
    "Print the JSON Schema of plan files, for completion in an editor.":
        "計画ファイルの JSON Schema を表示する。エディターの補完に。",
    "Find elements by words in title, keywords or summary, Japanese or English.":
        "名称、キーワード、要約の語で要素を探す。日本語でも英語でも。",
    "All words must be there. What is called so comes first, then what begins so.":
        "すべての語を含むもの。そのままの名称のもの、その語で始まるものの順に並べます。",
    "Only here; for more places, --in again.": "ここだけを探す。複数なら --in を繰り返す。",
    "Show so many at most; 0: all.": "多くともこの数だけ示す。0 はすべて。",
    "Show one element: parents, children, links and who says so, evidence.":
        "一つの要素を示す: 上位、下位、リンクと誰がそう言うか、根拠。",
    "ID is plan@version/element as `search` prints it, or its IRI; the name of the city and the "
    "code of the element do, where they are clear.":
        "ID は `search` が出す plan@version/element か、その IRI。ほかと紛れなければ、市の名前と"
        "要素のコードでもかまいません。",
}
