import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes

/// Where the store stands, as an entity tag (RFC 9110, 8.8.3): while it is the same, so is every answer.
///
/// Every change is journalled, a rotation too, and what hangs on the clock is right to the minute. A document
/// of one record has its version in front, behind which a dot follows; that part alone is what changes of it go by.
struct StateTag: Hashable {
    let journalEnd: Int64
    let minute: Int64
    /// When the server was started, since that is when its configuration was read; what people change of it there is journalled.
    let started: Int64

    /// As the store stands now.
    init(of house: House, started: Int64) throws {
        journalEnd = try house.host.store.journalEnd()
        minute = house.now().seconds / 60
        self.started = started
    }

    /// The tag of a document, of one record where it has a version.
    func entityTag(version: Int?) -> String {
        let head = version.map { "\($0)." } ?? ""
        return "\"\(head)\(journalEnd)-\(minute)-\(started)\""
    }
}

extension WebReply {
    /// The tag of a document that changes without the journal, of a record with a version: that and a digest of the bytes.
    func tag(version: Int) -> String {
        guard case .bytes(let bytes) = body else { return "" }
        return "\"\(version).\(RequestRecord.digest(of: [bytes]).prefix(8).map { String($0, radix: 16) }.joined())\""
    }
}

/// Entity tags of a request, as If-Match and If-None-Match list them.
///
/// They are compared weakly (RFC 9110, 8.8.3.2), If-Match too: what it is held against is the version of a record and not
/// the bytes of a document, and is the same whatever a proxy made of those. Proxies that compress weaken the tags they pass
/// on, as nginx does, or put the coding behind them, as Apache and Caddy do; a reader gives back what it got.
struct EntityTags {
    /// What proxies put behind a tag, within its quotes.
    private static let codings = ["-gzip", "-br", "-zstd"]

    /// The tags without their quotes, and without what a proxy made of them.
    private let tags: [Substring]
    /// Whether any tag will do.
    let isAny: Bool

    init(_ list: String) {
        isAny = list.filter { $0 != " " && $0 != "\t" } == "*"
        // Every second piece stands between quotes, but for the last one, whose closing quote is missing.
        let pieces = list.split(separator: "\"", omittingEmptySubsequences: false)
        tags = stride(from: 1, to: pieces.count - 1, by: 2).map { place in
            let tag = pieces[place]
            return Self.codings.first(where: tag.hasSuffix).map { tag.dropLast($0.count) } ?? tag
        }
    }

    func includes(_ tag: String) -> Bool { isAny || tags.contains { "\"\($0)\"" == tag } }

    /// Whether one of them is of this version: all of it, or the part before its dot.
    func includes(version: Int) -> Bool { isAny || tags.contains { $0.prefix { $0 != "." } == String(version) } }
}
