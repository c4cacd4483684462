import FlywheelHost
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

    /// What the same request was answered in the same state.
    func kept(_ request: WebRequest) throws -> WebReply? {
        guard let key = AnswerCache.Key(request) else { return nil }
        return try cache.entry(key, in: StateTag(of: house, started: started)).map { Self.reply(to: request, $0) }
    }

    /// Answers a request that only looks, with nothing where the reader has the answer.
    ///
    /// - Parameters:
    ///   - version: that of the record the document is about.
    ///   - isKept: whether others may be answered the same; not where looking itself is written down.
    func look(
        _ request: WebRequest, version: () throws -> Int? = { nil }, isKept: Bool = true,
        _ answer: () throws -> JSON
    ) throws -> WebReply {
        let state = try StateTag(of: house, started: started)
        let tag = state.entityTag(version: try version())
        // `*` stands for whatever is there, and whether anything is shows only in the answer (RFC 9110, 13.1.2).
        if Self.has(tag, request), !Self.hasAny(request) { return Self.notModified(tag) }
        let entry = AnswerCache.Entry(bytes: Array(try answer().line.utf8), tag: tag)
        if isKept, let key = AnswerCache.Key(request) { cache.keep(entry, key, in: state) }
        return Self.reply(to: request, entry)
    }

    /// Carries out what changes something, where what has to hold before it does.
    ///
    /// - Parameters:
    ///   - understood: what the request asks for. A request that means nothing is told so, whatever it was decided on.
    ///   - act: does it.
    func carryOut<Asked>(
        _ request: WebRequest, when condition: Condition, _ understood: () throws -> Asked,
        _ act: (Asked) throws -> WebReply
    ) throws -> WebReply {
        switch condition {
        case .unchanged(let record, _):
            let tags = try Self.ifMatch(of: request)
            let seal = try Self.seal(of: request, least: condition.leastWord)
            let asked = try understood()
            guard let seal else { return try change(request, of: record, tags) { try act(asked) } }
            // Asked again, the record was changed by the request itself: the answer comes before its version.
            return try once(request, seal) { try change(request, of: record, tags) { try act(asked) } }
        case .once, .onceInSecret:
            guard let seal = try Self.seal(of: request, least: condition.leastWord) else { throw Self.noWord }
            let asked = try understood()
            return try once(request, seal) { try act(asked) }
        }
    }

    /// The version of the record that a request names, as far as it exists for who asks.
    func version(of record: VersionedRecord, _ request: WebRequest) throws -> Int? {
        try record.version(house.seen(by: request.viewer).host.store, request)
    }

    /// Makes a change of a record that nobody changed since it was seen (RFC 9110, 13.1.1; RFC 6585, 3).
    private func change(
        _ request: WebRequest, of record: VersionedRecord, _ list: String, _ answer: () throws -> WebReply
    ) throws -> WebReply {
        try turn.withLock { _ in
            if let version = try version(of: record, request),
                !EntityTags(list).includes(version: version)
            {
                throw Problem(
                    .preconditionFailed, "changed-meanwhile",
                    "the record was changed since you saw it: its version is \(version), If-Match is \(list)",
                    help: "GET it again and decide anew", place: "header.If-Match")
            }
            return try answer()
        }
    }

    private static func ifMatch(of request: WebRequest) throws(Problem) -> String {
        guard let list = request.headers[.ifMatch] else {
            throw Problem(
                .preconditionRequired, "if-match",
                "the request has no If-Match, expected the version or the ETag of the record as you saw it",
                help: "GET the record and send its ETag", place: "header.If-Match")
        }
        return list
    }

    private static func has(_ tag: String, _ request: WebRequest) -> Bool {
        request.headers[.ifNoneMatch].map { EntityTags($0).includes(tag) } ?? false
    }

    private static func hasAny(_ request: WebRequest) -> Bool {
        request.headers[.ifNoneMatch].map { EntityTags($0).isAny } ?? false
    }

    private static func notModified(_ tag: String) -> WebReply {
        WebReply(.notModified, headers: [.eTag: tag, .cacheControl: caching])
    }

    /// What readers keep is theirs alone, and is asked after each time.
    private static let caching = "private, no-cache"

    private static func reply(to request: WebRequest, _ entry: AnswerCache.Entry) -> WebReply {
        if has(entry.tag, request) { return notModified(entry.tag) }
        return WebReply(
            headers: [.contentType: "application/json", .eTag: entry.tag, .cacheControl: caching],
            body: .bytes(entry.bytes))
    }
}
