"""Messages in Japanese: `plangraph read`, and what it doubts or repaired."""

# fmt: off
MESSAGES: dict[str, str] = {
    # what became of the documents
    "no element": "要素なし",
    "{document}: read before, kept {target}": "{document}: 読み込み済み。{target} はそのままです",
    "lines that belong to no element: {count} (see `unplaced`)":
        "{count} 行はどの要素にも属しません（`unplaced` を見てください）",
    "{count:doubt(s)}": "疑問 {count} 件",
    "and {count:more doubt(s)} in the plan file": "ほかに疑問が {count} 件、計画ファイルにあります",
    "(line {line})": "（{line} 行目）",
    "{failed} of {all} documents could not be read:":
        "{all} 件のうち {failed} 件を読めませんでした:",
    "reading": "読み込み",
    # documents, folders, files to write
    "the folder is empty": "フォルダーが空です",
    "name a folder that holds documents": "文書の入ったフォルダーを指定してください",
    "there is no document to read, only {endings}":
        "読み込める文書がありません（あるのは {endings}）",
    "what can be read is: {endings}": "読み込めるもの: {endings}",
    "{count:document is|documents are} to be written, and no folder is named":
        "{count} 件の計画ファイルを書き出すフォルダーが指定されていません",
    "name a folder with -o (-o . is the one where you are)":
        "-o にフォルダーを指定してください（-o . は今いるフォルダー）",
    "{target} is a file, and {count} documents are to be written":
        "{target} はファイルですが、書き出す文書は {count} 件あります",
    "name a folder with -o": "-o にフォルダーを指定してください",
    "name a folder with --review": "--review にフォルダーを指定してください",
    "{target} exists already": "{target} は既にあります",
    "write elsewhere with -o, or overwrite it with --force":
        "-o で別の場所に書くか、--force で上書きしてください",
    "{kind} counts {other} too": "{kind} には {other} も数えています",
    "here is no document called {names}": "文書 {names} がここにありません",
    "name the folder that holds them with --documents; documents belong to those who published"
    " them and are not part of plangraph":
        "文書のあるフォルダーを --documents で指定してください。文書は公表した市などのもので、"
        "plangraph には含まれません",
    "{target} cannot be written: {problem}": "{target} に書き込めません: {problem}",
    "the plan file and the page to review it would be one file":
        "計画ファイルと確認用ページが同じファイルになります",
    "name another file with --review": "--review で別のファイルを指定してください",
    "--limit is no number of seconds": "--limit が秒数ではありません",
    "what is written would replace the document itself":
        "文書そのものに上書きすることになります",
    "choose another place with -o": "-o で別の場所を指定してください",
    "reading it took longer than {seconds:second(s)}":
        "読み込みに {seconds:g} 秒より長くかかりました",
    "split it, or allow more with --limit": "分割するか、--limit で時間を延ばしてください",
    "the document is too large or nested too deeply ({problem})":
        "文書が大きすぎるか、入れ子が深すぎます（{problem}）",
    "the document could not be read: {problem}": "文書を読めませんでした: {problem}",
    "please report it, with the document if it is public":
        "不具合です。公開の文書なら添えて報告してください",
    "reading it stopped with the process that did it":
        "読み込んでいたプロセスが止まりました",
    "split it, or read it on a computer with more memory":
        "分割するか、メモリーの多いコンピューターで読み込んでください",
    # bad input
    "this is a folder": "これはフォルダーです",
    "name the documents in it": "中の文書を指定してください",
    "the file has {size} bytes, more than the {largest} that are read":
        "ファイルが {size} バイトあり、読み込める {largest} バイトを超えています",
    "split the document, or extract its text first":
        "文書を分割するか、先にテキストを抽出してください",
    "the file is empty": "ファイルが空です",
    "download or export the document again": "文書をもう一度ダウンロードするか書き出してください",
    "the file is damaged or cut off": "ファイルが壊れているか、途中で切れています",
    "download it again": "もう一度ダウンロードしてください",
    "the file would unpack to {size} bytes; it is not opened":
        "展開すると {size} バイトになるため、開きません",
    "save the document again with the program that made it":
        "作成したソフトで文書を保存し直してください",
    "the file is damaged: its part {part} cannot be read":
        "ファイルが壊れています: {part} を読めません",
    "the XML in the file cannot be read: {problem}": "ファイルの XML を読めません: {problem}",
    "the file is protected by a password": "ファイルがパスワードで保護されています",
    "remove the password, or ask the publisher for an open file":
        "パスワードを外すか、公開元に保護のないファイルを求めてください",
    "the file is protected by a password, or of an old office format (.doc, .xls)":
        "パスワードで保護されているか、古い形式（.doc、.xls）のファイルです",
    "the file is a ZIP archive, and no Word document or workbook":
        "ZIP ファイルですが、Word 文書でも Excel ブックでもありません",
    "unpack it, and name the documents in it": "展開して、中の文書を指定してください",
    "save it without a password as .docx, .xlsx or PDF":
        "パスワードなしで .docx、.xlsx または PDF として保存してください",
    "this is no Word document": "Word の文書ではありません",
    "check the ending of its name": "ファイル名の拡張子を確かめてください",
    "the PDF has {pages} pages, more than the {most} that are read":
        "PDF が {pages} ページあり、読み込める {most} ページを超えています",
    "split it": "分割してください",
    "the PDF holds only images of its pages, no text":
        "この PDF はページの画像だけで、文字を含みません",
    "install plangraph[ocr] and tesseract with Japanese (tesseract-ocr-jpn),"
    " or extract the text with an OCR program first":
        "plangraph[ocr] と日本語つきの tesseract（tesseract-ocr-jpn）を入れるか、"
        "先に OCR ソフトで文字にしてください",
    "the text of page {page} could not be recognised: {problem}":
        "{page} ページの文字を認識できませんでした: {problem}",
    "extract the text with an OCR program first": "先に OCR ソフトで文字にしてください",
    "this is no text, and no format that can be read":
        "テキストではなく、読み込める形式でもありません",
    "readable are PDF, DOCX, HTML, Markdown, text, CSV, XLSX and StratML":
        "読み込めるのは PDF、DOCX、HTML、Markdown、テキスト、CSV、XLSX、StratML です",
    "the workbook has more than {most} cells": "ブックのセルが {most} 個を超えています",
    "keep the sheets that list plans or indicators":
        "計画や指標の一覧があるシートだけを残してください",
    "the workbook cannot be read: {problem}": "ブックを読めません: {problem}",
    "save it again as .xlsx": ".xlsx として保存し直してください",
    # registers
    "“{text}” names no columns": "「{text}」は列を指定していません",
    "write --columns title=HEAD,department=HEAD,period=HEAD":
        "--columns title=見出し,department=見出し,period=見出し のように書いてください",
    "no column is called {name}": "{name} という列の名はありません",
    "the column {name} needs one head": "列 {name} には見出しが一つ必要です",
    "the columns of the table are not recognised: {heads}": "表の列を判別できません: {heads}",
    "say what they hold, as in --columns title=HEAD,department=HEAD; known: {names}":
        "--columns title=見出し,department=見出し のように、列の中身を指定してください。"
        "使える名: {names}",
    "columns that were not recognised: {heads}; --columns says what they hold":
        "判別できない列: {heads}（--columns で中身を指定できます）",
    "the table has no rows that can be read": "表に、読み取れる行がありません",
    "a register has a row of heads, and below it a row for each thing":
        "一覧表には見出しの行と、その下に一件一行の行が要ります",
    "the document has no table with heads": "文書に、見出しのある表がありません",
    "--columns is for registers: CSV, XLSX and the tables of a document":
        "--columns は一覧表（CSV、XLSX、文書の中の表）に使います",
    "no row of the table has the heads {heads}": "見出し {heads} のある行が表にありません",
    "its heads are: {heads}": "表の見出し: {heads}",
    # doubts
    "these are the minutes of a meeting, not a plan": "会議録であり、計画ではありません",
    "these are opinions about a plan and the answers to them, not a plan": (
        "計画に寄せられた意見とその回答であり、計画ではありません"
    ),
    "this only explains how the pages of a plan are to be read":
        "計画のページの見方の説明だけです",
    "no element of a plan was recognised in the document":
        "文書から計画の要素を判別できませんでした",
    "the document does not state its title; the file name stands in":
        "文書に題名がないため、ファイル名で代えています",
    "the document does not state its status; adopted is assumed":
        "文書に段階（素案、議決など）の記載がないため、策定済みとみなしています",
    "the document mixes encodings": "文書に複数の文字コードが混じっています",
    "{count:letter of the text is|letters of the text are} lost (U+FFFD)":
        "{count} 文字が失われています（U+FFFD）",
    "letters of the title are lost (U+FFFD)": "題名の文字が失われています（U+FFFD）",
    "the table could be read only up to here: {problem}": "表はここまでしか読めません: {problem}",
    "the text was recognised from images (OCR) and needs proof-reading":
        "画像から認識した文字（OCR）のため、校正が必要です",
    "the code {code} stands before, below the same element": (
        "コード {code} は同じ要素の下ですでに使われています"
    ),
    "the number of the code was not extracted": "コードの番号を抽出できませんでした",
    "the heading stands without the code that its neighbours have":
        "前後の見出しにあるコードが、この見出しにはありません",
    "nothing but its look says that this is a title":
        "見出しらしい行ですが、番号も階層の語もありません",
    # repairs
    "the number {number} was extracted as {letter}":
        "番号 {number} が {letter} として抽出されていました",
    "the circled digit was extracted as {mark}": "丸数字が {mark} として抽出されていました",
    "the mark was extracted as {mark} and its digit is lost":
        "印が {mark} として抽出され、数字は失われています",
    "headings on one line taken apart": "一行にある見出しを分けました",
}
