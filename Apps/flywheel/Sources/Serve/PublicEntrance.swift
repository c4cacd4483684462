import ArgumentParser
import Calendars
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import WebPages

/// How everybody comes in: no sign-in, no cookie, and what they see they may keep for a while.
struct PublicEntrance: Sendable {
    let house: House

    /// What a command works in for somebody whom nobody knows.
    func session() throws -> Session { try Session(try GlobalOptions.parse([]), house.surroundings(of: nil)) }

    /// A page in the language of its reader, which its address may say.
    func page(
        _ path: String, _ page: @escaping @Sendable (Session, Reader, WebRequest) throws -> HTML
    ) -> Route {
        Route(.page, .get, path, for: .everyone) { request in
            let session = try session()
            let locale = PageLocale.chosen(
                preference: request.query["language"], cookie: nil, acceptLanguage: request.headers[.acceptLanguage])
            let reader = Reader(locale: locale, zone: session.clock.zone.identifier, asOf: session.now)
            let text: String
            do {
                text = try page(session, reader, request).markup
            } catch let problem as Problem where problem.status == .notFound {
                return .html(Self.nothing(at: path, for: reader).markup, status: .notFound)
            }
            var reply = Self.cached(.html(text), tag: text, request)
            reply.headers[.vary] = "Accept-Language"
            reply.headers[.contentLanguage] = locale.tag
            return reply
        }
    }

    /// What stands where nothing is: who comes here is nobody's colleague, and goes back to where all pages of the kind begin.
    private static func nothing(at path: String, for reader: Reader) -> HTML {
        let words = reader.phrases
        let start: Address = "/\(path.split(separator: "/").first.map(String.init) ?? "")"
        var shell = WebPages.Shell(title: words.text("trouble.notFound"), address: start)
        shell.isPublic = true
        return shell.page(
            """
            <p>\(words("trouble.notFoundPublic"))</p>
            <p><a href="\(start)">\(words("trouble.toStart"))</a></p>
            """, for: reader)
    }

    /// The seconds for which anybody may show a reply again.
    private static let lifetime = 30

    /// The reply, or none where the reader has it (RFC 9110, 13.1.2).
    ///
    /// - Parameter tag: what of it is news.
    static func cached(_ reply: WebReply, tag text: String, _ request: WebRequest) -> WebReply {
        var bytes = Array(text.utf8)
        let hash = bytes.withUnsafeMutableBytes { ByteHash.hash(UnsafeRawBufferPointer($0)) }
        let tag = "W/\"\(String(hash, radix: 16))\""
        let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
        var reply = known.contains(tag) ? WebReply(.notModified) : reply
        reply.headers[.eTag] = tag
        reply.headers[.cacheControl] = "public, max-age=\(lifetime)"
        return reply
    }
}
