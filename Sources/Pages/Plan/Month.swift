import ArabicText
import Content
import Base

/// The articles of one month.
struct Month {
    let year: Int
    let month: Int
    let title: String
    let url: URLPath
    let name: String
    var articles: [Int]

    /// The newest first.
    static func all(of site: Site) -> [Month] {
        var months: [Month] = []
        let style = site.outlet.dates
        for (index, article) in site.articles.enumerated() {
            let (year, month) = (article.date.date.year, article.date.date.month)
            if let last = months.last, last.year == year, last.month == month {
                months[months.count - 1].articles.append(index)
            } else {
                months.append(
                    Month(
                        year: year, month: month, title: style.monthYear(year: year, month: month),
                        url: URLPath("archive/\(year)/\(month < 10 ? "0" : "")\(month)/"), name: style.monthName(month),
                        articles: [index]))
            }
        }
        return months
    }
}
