import ArgumentParser
import Calendars
import Commitments
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import WebPages

/// The pages for everybody: no sign-in, no cookie, and no door at all unless `commitments: public:` is true.
struct StatusDoors: Sendable {
    let house: House
    private let levels = LevelCache()

    init(_ house: House) { self.house = house }

    /// Every address.
    var routes: [Route] {
        guard house.commitments.isPublic else { return [] }
        return [
            page("/status") { session, reader, _ in
                StatusPage(try status(session), reader: reader).overview
            },
            page("/status/incidents/{id}") { session, reader, request in
                let number = try Self.number(request, letter: LoopRecord.Kind.incident.letter)
                return StatusPage(try status(session), reader: reader)
                    .page(of: try session.publicDesk.incident(number))
            },
            page("/status/maintenance/{id}") { session, reader, request in
                let number = try Self.number(request, letter: LoopRecord.Kind.maintenance.letter)
                return StatusPage(try status(session), reader: reader)
                    .page(of: try session.publicDesk.maintenance(number))
            },
            Route(.api, .get, "/status/feed.atom", for: .everyone) { request in
                let session = try session()
                let feed = AtomFeed(
                    try status(session), names: FeedNames(key: try session.host.store.identityKey()))
                return Self.cached(WebReply(type: "application/atom+xml", feed.xml), tag: feed.xml, request)
            },
            Route(.api, .get, "/status.json", for: .everyone) { request in
                let document = house.document(of: CommitmentsAnswer(status: try status(session())))
                // That time went on is no news.
                let news = JSON.object(document.members.filter { $0.key != "asOf" }).line
                return Self.cached(.json(document.line), tag: news, request)
            },
        ]
    }

    /// What a command works in for somebody whom nobody knows.
    private func session() throws -> Session {
        try Session(try GlobalOptions.parse([]), house.surroundings(of: nil))
    }

    private func status(_ session: Session) throws -> PublicStatus {
        try session.publicDesk.status(levels.levels(of: session))
    }

    private func page(
        _ path: String, _ page: @escaping @Sendable (Session, Reader, WebRequest) throws -> HTML
    ) -> Route {
        Route(.page, .get, path, for: .everyone) { request in
            let session = try session()
            let locale = PageLocale.chosen(
                preference: request.query["language"], cookie: nil, acceptLanguage: request.headers[.acceptLanguage])
            let reader = Reader(locale: locale, zone: session.clock.zone.identifier, asOf: session.now)
            let text = try page(session, reader, request).markup
            var reply = Self.cached(.html(text), tag: text, request)
            reply.headers[.vary] = "Accept-Language"
            reply.headers[.contentLanguage] = locale.tag
            return reply
        }
    }

    /// The number of an id that stands in an address as it is written.
    private static func number(_ request: WebRequest, letter: String) throws -> Int64 {
        let id = request.parameter("id")
        guard id.hasPrefix(letter), let number = Int64(id.dropFirst(letter.count)), number > 0 else {
            throw Problem.notFound
        }
        return number
    }

    /// The seconds for which anybody may show a reply again.
    private static let lifetime = 30

    /// The reply, or none where the reader has it (RFC 9110, 13.1.2).
    ///
    /// - Parameter tag: what of it is news.
    private static func cached(_ reply: WebReply, tag text: String, _ request: WebRequest) -> WebReply {
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
