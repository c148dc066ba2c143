import Base
import Content
import Publishing

@testable import Preview

/// A small outlet in memory, built to be shown.
enum PreviewedSite {
    /// 3 MB, more than is held in memory of a file that is no picture.
    static let film = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

    /// The site at the top of its host.
    static let shown = shown(at: "https://example.org/")

    static func shown(at address: String) -> ShownSite? {
        let tree = MemoryTree([
            "Content/site.yaml": "name: جريدة\nurl: \(address)\n",
            "Content/articles/2024-01-24-مطر.md": "---\ntitle: مطر\ndate: 2024-01-24\n---\n\nنص\n",
            "Content/assets/data.txt": "0123456789",
            "Content/redirects.tsv": "/old.php /2024/01/مطر/\n/?p=7 /2024/01/مطر/ 302\n/up/* /assets/*\n/dead/* 410\n",
            "Templates/article.html": "<body>{{ article.title }}</body>",
            "Templates/list.html": "<body>{{ list.title }}</body>",
            "Templates/page.html": "<body></body>", "Templates/terms.html": "<body></body>",
            "Templates/corrections.html": "<body></body>", "Templates/404.html": "<body>لا صفحة</body>",
            "Templates/home.html": "<body>الأولى</body>",
        ])
        tree["Content/assets/film.mp4"] = film
        let proof = Proof.pull(from: tree, LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1)))
        return ShownSite(proof, from: tree)
    }
}
