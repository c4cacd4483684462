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
    private var entrance: PublicEntrance { PublicEntrance(house: house) }

    init(_ house: House) { self.house = house }

    /// Every address.
    var routes: [Route] {
        guard house.commitments.isPublic else { return [] }
        return [
            entrance.page("/status") { session, reader, _ in
                StatusPage(try status(session), reader: reader).overview
            },
            entrance.page("/status/incidents/{id}") { session, reader, request in
                let number = try Self.number(request, letter: LoopRecord.Kind.incident.letter)
                return StatusPage(try status(session), reader: reader)
                    .page(of: try session.publicDesk.incident(number))
            },
            entrance.page("/status/maintenance/{id}") { session, reader, request in
                let number = try Self.number(request, letter: LoopRecord.Kind.maintenance.letter)
                return StatusPage(try status(session), reader: reader)
                    .page(of: try session.publicDesk.maintenance(number))
            },
            Route(.api, .get, "/status/feed.atom", for: .everyone) { request in
                let session = try entrance.session()
                let feed = AtomFeed(
                    try status(session), names: FeedNames(key: try session.host.store.identityKey()))
                return PublicEntrance.cached(WebReply(type: "application/atom+xml", feed.xml), tag: feed.xml, request)
            },
            Route(.api, .get, "/status.json", for: .everyone) { request in
                let document = house.document(of: CommitmentsAnswer(status: try status(entrance.session())))
                // That time went on is no news.
                let news = JSON.object(document.members.filter { $0.key != "asOf" }).line
                return PublicEntrance.cached(.json(document.line), tag: news, request)
            },
        ]
    }

    private func status(_ session: Session) throws -> PublicStatus {
        try session.publicDesk.status(levels.levels(of: session))
    }

    /// The number of an id that stands in an address as it is written.
    private static func number(_ request: WebRequest, letter: String) throws -> Int64 {
        let id = request.parameter("id")
        guard id.hasPrefix(letter), let number = Int64(id.dropFirst(letter.count)), number > 0 else {
            throw Problem.notFound
        }
        return number
    }
}
