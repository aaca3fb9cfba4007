"""Messages in Japanese: files and stores."""

# fmt: off
MESSAGES: dict[str, str] = {
    "there is no such file or folder": "ファイルもフォルダーもありません",
    "the rights to it are missing": "権限がありません",
    "it is in use": "使われています",
    "a file of this name is in the way": "同じ名前のファイルがあります",
    "it is a folder": "フォルダーです",
    "the disk is full": "ディスクに空きがありません",
    "the disk is read-only": "ディスクは読み取り専用です",
    "the name is too long": "名前が長すぎます",
    "no answer came in time": "時間内に応答がありません",
    "no machine is known by this name": "この名前の機械は見つかりません",
    "the connection was refused": "接続を拒まれました",
    "the connection was broken off": "接続が切れました",
    "this machine has no such address": "この機械のアドレスではありません",
    "the network cannot be reached": "ネットワークにつながりません",
    "broken Turtle: {problem}": "Turtle が壊れています: {problem}",
    "this is no JSON": "JSON ではありません",
    "check the path": "パスを確かめてください",
    "check that the folder exists, is writable and has space":
        "フォルダーがあるか、書き込めるか、空きがあるかを確かめてください",
    "close the file where it is open (in Excel), or choose another name":
        "ファイルを開いているソフト（Excel など）で閉じるか、別の名前にしてください",
    "close the file where it is open; remove {mark} if no program has it open":
        "ファイルを開いているソフトで閉じてください。"
        "どのソフトでも開いていなければ {mark} を消してください",
    "this is no text that a terminal can show": "端末には表示できない形式です",
    "write it to a file with -o": "-o でファイルに書き出してください",
    "the folder cannot be made: {problem}": "フォルダーを作れません: {problem}",
    "check that the folder is writable and has space":
        "フォルダーに書き込めるか、空きがあるかを確かめてください",
    "the file cannot be read: {problem}": "ファイルを読めません: {problem}",
    "the file cannot be written: {problem}": "ファイルに書き込めません: {problem}",
    "there is no file {name}": "ファイル {name} はありません",
    "there is no store here": "ここにはストアがありません",
    "make one with `plangraph build`, or name another with --store":
        "`plangraph build` で作るか、--store で別のストアを指定してください",
    "build it again with `plangraph build`": "`plangraph build` で作り直してください",
    "build it with `plangraph build`": "`plangraph build` で作ってください",
    "the store cannot be opened: {problem}": "ストアを開けません: {problem}",
    "the store cannot be read: {problem}": "ストアを読めません: {problem}",
    "the store cannot be written: {problem}": "ストアに書き込めません: {problem}",
    "check the space and the rights on this disk; the former store is untouched":
        "ディスクの空きと権限を確かめてください。以前のストアはそのままです",
    "the store was made by another version of plangraph ({form}; this one reads {ours})":
        "このストアは別の版の plangraph で作られています（{form}、この版が読むのは {ours}）",
    "the store is in use: another build is writing it":
        "ストアは使用中です。別のビルドが書き込んでいます",
    "wait until it has ended, or name another store with --store":
        "終わるのを待つか、--store で別のストアを指定してください",
    "No store yet: building the plans that come with plangraph …":
        "ストアがまだないため、付属の計画から作っています …",
    "there are no plans in this store": "このストアには計画がありません",
}
