import FlywheelKit
import FlywheelWeb
import HTTPTypes
import Synchronization

/// What all operations of the API share: the house, the answers of its present state, and the turn that changes take.
final class APIDesk: Sendable {
    let house: House
    private let cache = AnswerCache()
    private let started: Int64
    /// Held while a version is compared and the change made, so that of two who saw the same only one changes it.
    private let turn = Mutex(())

    init(_ house: House) {
        self.house = house
        started = house.now().seconds
    }

    /// Answers a request that only looks: from what was answered in the same state, or with nothing where the reader has it.
    ///
    /// - Parameters:
    ///   - version: that of the record the document is about.
    ///   - isKept: whether others may be answered the same; not where looking itself is written down.
    func look(
        _ request: WebRequest, version: () throws -> Int? = { nil }, isKept: Bool = true,
        _ answer: () throws -> JSON
    ) throws -> WebReply {
        let state = try StateTag(of: house, started: started)
        let key = isKept ? AnswerCache.Key(request) : nil
        if let key, let entry = cache.entry(key, in: state) { return Self.reply(to: request, entry) }
        let tag = state.entityTag(version: try version())
        if Self.has(tag, request) { return Self.notModified(tag) }
        let entry = AnswerCache.Entry(text: try answer().line, tag: tag)
        if let key { cache.keep(entry, key, in: state) }
        return Self.reply(to: request, entry)
    }

    /// Makes a change of a record that nobody changed since it was seen (RFC 9110, 13.1.1; RFC 6585, 3).
    func change(
        _ request: WebRequest, version: () throws -> Int?, _ answer: () throws -> WebReply
    ) throws -> WebReply {
        guard let list = request.headers[.ifMatch] else {
            throw Problem(
                .preconditionRequired, "if-match",
                "the request has no If-Match, expected the version or the ETag of the record as you saw it",
                help: "GET the record and send its ETag", place: "header.If-Match")
        }
        return try turn.withLock { _ in
            if let version = try version(), !EntityTags(list, weakToo: false).includes(version: version) {
                throw Problem(
                    .preconditionFailed, "changed-meanwhile",
                    "the record was changed since you saw it: its version is \(version), If-Match is \(list)",
                    help: "GET it again and decide anew", place: "header.If-Match")
            }
            return try answer()
        }
    }

    private static func has(_ tag: String, _ request: WebRequest) -> Bool {
        request.headers[.ifNoneMatch].map { EntityTags($0, weakToo: true).includes(tag) } ?? false
    }

    private static func notModified(_ tag: String) -> WebReply {
        WebReply(.notModified, headers: [.eTag: tag, .cacheControl: caching])
    }

    /// What readers keep is theirs alone, and is asked after each time.
    private static let caching = "private, no-cache"

    private static func reply(to request: WebRequest, _ entry: AnswerCache.Entry) -> WebReply {
        if has(entry.tag, request) { return notModified(entry.tag) }
        var reply = WebReply.json(entry.text)
        reply.headers[.eTag] = entry.tag
        reply.headers[.cacheControl] = caching
        return reply
    }
}
