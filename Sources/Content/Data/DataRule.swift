package import Base

/// What may be wrong with a file of `Content/data/`.
package enum DataRule: String, Rule {
    case name = "data-name"
    case size = "data-size"
    case table = "data-table"
    case json = "data-json"

    package static var theme: (english: String, arabic: String) { ("Data files", "ملفات البيانات") }

    package var explanation: Explanation {
        switch self {
        case .name:
            Explanation(
                en: "A data file has a name that a template can write, and of its own.",
                cause:
                    "The name begins with a figure or has a sign in it, its ending is none of csv, tsv, json and yaml, it lies "
                    + "in a folder beneath, or two files differ in the ending alone.",
                cure: "Name it with letters and hyphens: most-read.csv is data.most_read in a template.",
                ar: "لملف البيانات اسم يمكن كتابته في قالب، ولا يشاركه فيه غيره.",
                cause:
                    "يبدأ الاسم برقم أو فيه رمز، أو ليست نهايته csv أو tsv أو json أو yaml، أو هو في مجلد فرعي، أو لا يختلف "
                    + "ملفان إلا في النهاية.",
                cure: "سمّه بحروف وشرطات: most-read.csv هو data.most_read في القالب.",
                Example(.told, "Content/data/2024.csv", mended: "Content/data/year-2024.csv"))
        case .size:
            Explanation(
                en: "A data file has 4 MB at most.",
                cause: "It holds a whole export rather than what pages show.",
                cure: "Keep the rows that are shown.",
                ar: "لا يزيد ملف البيانات على 4 ميغابايت.",
                cause: "فيه تصدير كامل لا ما تعرضه الصفحات.",
                cure: "أبقِ ما يُعرض من الصفوف.",
                Example(.told, "Content/data/visits.csv, 50 MB", mended: "Content/data/visits.csv, 10 KB"))
        case .table:
            Explanation(
                en: "A table has a head, and each row as many cells as the head.",
                cause:
                    "A cell is missing or too many, a column has no name or that of another, or a quote is not closed.",
                cure: "Put a cell with a comma in it between quotes; write two quotes for one within.",
                ar: "للجدول رأس، ولكل صف خلايا بعدد أعمدته.",
                cause: "تنقص خلية أو تزيد، أو عمود بلا اسم أو باسم غيره، أو علامة اقتباس لم تُغلق.",
                cure: "ضع الخلية التي فيها فاصلة بين علامتي اقتباس، واكتب العلامة في داخلها مرتين.",
                Example(
                    .file("Content/data/rivers.csv"), "name,length\nالنيل", mended: "name,length\nالنيل,6650"))
        case .json:
            Explanation(
                en: "A .json file holds one JSON value.",
                cause: "A comma, a quote or a bracket is missing or too many, or the file was cut.",
                cure: "Mend it where the message points.",
                ar: "في ملف ‎.json قيمة JSON واحدة.",
                cause: "تنقص فاصلة أو علامة اقتباس أو قوس أو يزيد، أو قُطع الملف.",
                cure: "أصلحه حيث تشير الرسالة.",
                Example(
                    .file("Content/data/rivers.json"), "[{\"name\": \"النيل\"", mended: "[{\"name\": \"النيل\"}]"))
        }
    }
}

extension Diagnostic {
    static func dataName(_ path: String, besides other: String? = nil) -> Diagnostic {
        Diagnostic(
            id: DataRule.name,
            other.map { other in
                Message(
                    en: "two data files have one name in templates; rename this one or \(other)",
                    ar: "لملفي بيانات اسم واحد في القوالب؛ غيّر اسم هذا أو \(other)")
            }
                ?? Message(
                    en:
                        "a data file lies in Content/data itself, is named with letters and hyphens, and ends in .csv, .tsv, "
                        + ".json or .yaml; rename this one",
                    ar:
                        "يوضع ملف البيانات في Content/data نفسه، ويُسمّى بحروف وشرطات، وينتهي بـ‎.csv أو ‎.tsv أو ‎.json أو ‎.yaml؛ "
                        + "غيّر اسم هذا"),
            at: Location(path: path))
    }

    static func dataTooLarge(_ path: String, _ size: Int) -> Diagnostic {
        let (most, megabytes) = (DataFile.mostBytes >> 20, (size + (1 << 20) - 1) >> 20)
        return Diagnostic(
            id: DataRule.size,
            Message(
                en: "a data file has \(most) MB at most, and this one \(megabytes); keep the rows that pages show",
                ar: "لا يزيد ملف البيانات على \(most) ميغابايت، وحجم هذا \(megabytes)؛ أبقِ ما تعرضه الصفحات من الصفوف"),
            at: Location(path: path))
    }

    static func dataNotJSON(at place: Location) -> Diagnostic {
        Diagnostic(
            id: DataRule.json,
            Message(
                en: "this is no JSON any more; look for a comma, a quote or a bracket that is missing or too many",
                ar: "ليس هذا JSON من هنا؛ ابحث عن فاصلة أو علامة اقتباس أو قوس ناقص أو زائد"),
            at: place)
    }

    static func dataColumnWithoutName(at place: Location) -> Diagnostic {
        Diagnostic(
            id: DataRule.table,
            Message(
                en: "each column has a name in the first line; this one has none",
                ar: "لكل عمود اسم في السطر الأول؛ وهذا بلا اسم"),
            at: place)
    }

    static func dataColumnTwice(_ name: String, at place: Location) -> Diagnostic {
        Diagnostic(
            id: DataRule.table,
            Message(
                en: "a column's name is its own; “\(name)” stands twice in the first line",
                ar: "لكل عمود اسم خاص به؛ و«\(name)» مكتوب مرتين في السطر الأول"),
            at: place)
    }

    static func dataRow(of cells: Int, columns: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            id: DataRule.table,
            Message(
                en:
                    "a row has as many cells as the first line, \(columns), and this one has \(cells); put a cell with a "
                    + "separator in it between quotes",
                ar:
                    "في كل صف خلايا بعدد أعمدة السطر الأول وهو \(columns)، وفي هذا \(cells)؛ ضع الخلية التي فيها فاصل بين "
                    + "علامتي اقتباس"),
            at: place)
    }

    static func dataQuote(at place: Location) -> Diagnostic {
        Diagnostic(
            id: DataRule.table,
            Message(
                en: "a quote that opens a cell closes it, too; write a quote within it twice",
                ar: "علامة الاقتباس التي تفتح خلية تغلقها؛ واكتب العلامة في داخلها مرتين"),
            at: place)
    }
}
