import FlywheelWeb
import HTTPTypes
import WebPages

extension Pages {
    /// What every page needs of the house: its files, its first page, and how it speaks and looks.
    var frame: [Route] {
        Asset.all.map(file) + [
            Route(.page, .get, "/", for: .signedIn) { _ in .seeOther("/today") },
            choice(of: "language", kept: PageVisit.languageCookie) { text in
                PageLocale(tag: text).flatMap { PageLocale.offered.contains($0) ? $0.tag : nil }
            },
            choice(of: "scheme", kept: PageVisit.schemeCookie) { Reader.ColorScheme(rawValue: $0)?.rawValue },
        ]
    }

    /// Its address names its contents, so that browsers may keep it for good.
    private func file(_ asset: Asset) -> Route {
        Route(.page, .get, asset.address.text, for: .everyone) { _ in
            WebReply(
                headers: [.contentType: asset.contentType, .cacheControl: "public, max-age=31536000, immutable"],
                body: .bytes(asset.bytes))
        }
    }

    /// A form of the footer: keeps a choice in the browser for a year, and goes back. What is no choice changes nothing.
    /// What somebody chose for themselves, on whatever browser, goes before it: see ``SignIn/accountPage(of:_:)``.
    private func choice(
        of name: String, kept cookie: String, _ value: @escaping @Sendable (String) -> String?
    ) -> Route {
        post("/settings/\(name)", for: .everyone) { visit in
            var reply = WebReply.seeOther((Address(returning: visit.field("return")) ?? "/today").text)
            if let value = value(visit.field(name)) {
                reply.headers[.setCookie] = "\(cookie)=\(value); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
            }
            return reply
        }
    }
}
