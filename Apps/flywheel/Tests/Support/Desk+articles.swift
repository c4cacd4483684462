import Foundation

@testable import flywheel

extension Desk {
    /// What a desk with articles is configured by.
    static let articleSettings = """
        articles: {folder: articles, public: true, title: Northwind help}
        cases:
          promises:
            - {id: fees, when: {intents: [fee-question]}, firstResponse: 8}
            - {id: all, firstResponse: 8}

        """

    /// Writes an article into the folder.
    func write(
        article id: String, _ title: String, side: String = "buyer", intents: String = "[where-is-my-order]",
        language: String = "en", reviewBy: String = "2027-01-31", isPublic: Bool = true, kind: String = "article",
        text: String = "It is on its way."
    ) throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/articles", withIntermediateDirectories: true)
        _ = try write(
            """
            ---
            id: \(id)
            title: "\(title)"
            side: \(side)
            intents: \(intents)
            language: \(language)
            owner: ann
            reviewBy: \(reviewBy)
            public: \(isPublic)
            kind: \(kind)
            ---

            \(text)

            """, to: "articles/\(id)-\(language).md")
    }

    /// A desk with cases and with articles of which one is for the desk alone, one is overdue, and one is there in two languages.
    static func withArticles(_ settings: String = articleSettings) throws -> Desk {
        let desk = try Desk.withCases(settings)
        try desk.write(
            article: "parcels", "Where a parcel is", reviewBy: "2026-11-19",
            text: "# Look\n\nParcels are tracked, see [fees](fees), [ours](limits) and <script>alert(1)</script>.")
        try desk.write(article: "parcels", "Wo ein Paket ist", language: "de", text: "Pakete werden verfolgt.")
        try desk.write(
            article: "fees", "What it costs", side: "seller", intents: "[fee-question]", kind: "policy",
            text: "| Fee | Share |\n|---|---|\n| Sale | 8 % |")
        try desk.write(
            article: "limits", "Canary of the desk", side: "both", isPublic: false, text: "Refund canary up to 50 EUR.")
        return desk
    }
}
