import Crypto
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import Foundation
import HTTPTypes
import People

extension APIDesk {
    /// How long an answer is kept for whoever asks again.
    private static let keptSeconds: Int64 = 24 * 60 * 60

    /// Carries out what is asked once under a word of the sender's own; asked again, it gives the answer it gave, which is kept
    /// under seal.
    ///
    /// A refusal did nothing, so it is forgotten. After a failure nobody knows what was done: the request stays begun.
    func once(_ request: WebRequest, _ seal: RequestSeal, _ act: () throws -> WebReply) throws -> WebReply {
        let (store, now) = (house.host.store, house.now())
        let record = RequestRecord(
            RequestKey(owner: Self.owner(of: request), word: seal.name), digest: try Self.digest(of: request),
            begun: now)
        _ = try store.sweepRequests(begunBefore: now.advanced(bySeconds: -Self.keptSeconds))
        if let earlier = try store.beginRequest(record) { return try Self.answer(to: record, by: earlier, seal) }
        do {
            let reply = try act()
            if case .bytes(let bytes) = reply.body {
                let text = try seal.sealed(String(decoding: bytes, as: UTF8.self))
                try store.finishRequest(record.key, with: KeptAnswer(status: reply.status.code, body: text))
            }
            return reply
        } catch {
            let problem = Problem(of: error, clock: house.clock)
            if problem.status.code < 500 { try store.forgetRequest(record.key) }
            throw problem
        }
    }

    private static func owner(of request: WebRequest) -> String { request.viewer?.name ?? "" }

    /// Why what is done once is not done without a word.
    static var noWord: Problem {
        Problem(
            .badRequest, "idempotency-key", "the request has no Idempotency-Key, expected a word of your own",
            help: "send a new UUID, and the same one when you try again", place: "header.Idempotency-Key")
    }

    /// The seal that the word of a request makes; `nil` where it has none.
    static func seal(of request: WebRequest, least: Int) throws(Problem) -> RequestSeal? {
        guard let name = HTTPField.Name("Idempotency-Key"), let word = request.headers[name] else { return nil }
        guard (least...255).contains(word.utf8.count), word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .badRequest, "idempotency-key",
                "the Idempotency-Key has \(word.utf8.count) bytes or blanks among them, "
                    + "expected \(least) to 255 visible characters of ASCII", help: "send a new UUID",
                place: "header.Idempotency-Key")
        }
        return RequestSeal(word, of: owner(of: request))
    }

    private static func digest(of request: WebRequest) throws -> [UInt8] {
        let query = request.query.fields.flatMap { [$0.name, $0.value] }
        // A token that reaches less far than its owner is not told what the owner was told.
        let scope: [String] = if case .only(let accounts) = request.viewer?.scope { accounts.sorted() } else { ["*"] }
        let address = [request.method.rawValue, request.path] + query + scope
        let body = try request.bodyFile.map(digest(ofFile:)) ?? request.body
        return RequestRecord.digest(of: address.map { Array($0.utf8) } + [body])
    }

    private static func digest(ofFile path: String) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var hash = SHA256()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return Array(hash.finalize())
    }

    /// What was answered before. Where nothing was yet, it is worth asking again once the request has gone on as long as it did
    /// so far: soon for one that just began, and ever more rarely for one that was cut off.
    private static func answer(
        to record: RequestRecord, by earlier: RequestRecord, _ seal: RequestSeal
    ) throws -> WebReply {
        guard earlier.digest == record.digest else {
            throw Problem(
                .unprocessableContent, "idempotency-key-reused",
                "the Idempotency-Key was used for another request; nothing was done", help: "take a new key",
                place: "header.Idempotency-Key")
        }
        guard let answer = earlier.answer else {
            throw Problem(
                .conflict, "request-under-way",
                "the same request was begun at \(earlier.begun) and its end is not known",
                help: "look whether it was done; a new key does it again", place: "header.Idempotency-Key",
                headers: [.retryAfter: String(max(1, record.begun.seconds - earlier.begun.seconds))])
        }
        return .json(try seal.opened(answer.body), status: HTTPResponse.Status(code: answer.status))
    }
}
