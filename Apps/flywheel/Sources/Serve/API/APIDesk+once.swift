import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

extension APIDesk {
    /// How long an answer is kept for whoever asks again.
    private static let keptSeconds: Int64 = 24 * 60 * 60

    /// Carries out what is asked once under a key of the sender's own; asked again, it gives the answer it gave.
    ///
    /// A refusal did nothing, so it is forgotten. After a failure nobody knows what was done: the request stays begun.
    func once(_ request: WebRequest, _ act: () throws -> WebReply) throws -> WebReply {
        let store = house.host.store
        let now = house.now()
        let record = RequestRecord(try key(of: request), digest: Self.digest(of: request), begun: now)
        _ = try store.sweepRequests(begunBefore: now.advanced(bySeconds: -Self.keptSeconds))
        if let earlier = try store.beginRequest(record) { return try Self.answer(to: record, by: earlier) }
        do {
            let reply = try act()
            if case .bytes(let bytes) = reply.body {
                let kept = KeptAnswer(status: reply.status.code, body: String(decoding: bytes, as: UTF8.self))
                try store.finishRequest(record.key, with: kept)
            }
            return reply
        } catch {
            let problem = error as? Problem ?? Problem(Diagnostic(error, clock: house.clock))
            if problem.status.code < 500 { try store.forgetRequest(record.key) }
            throw problem
        }
    }

    private func key(of request: WebRequest) throws(Problem) -> RequestKey {
        guard let name = HTTPField.Name("Idempotency-Key"), let word = request.headers[name] else {
            throw Problem(
                .badRequest, "idempotency-key", "the request has no Idempotency-Key, expected a word of your own",
                help: "send a new UUID, and the same one when you try again", place: "header.Idempotency-Key")
        }
        guard (1...255).contains(word.utf8.count), word.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .badRequest, "idempotency-key",
                "the Idempotency-Key has \(word.utf8.count) bytes or blanks among them, "
                    + "expected 1 to 255 visible characters of ASCII", place: "header.Idempotency-Key")
        }
        return RequestKey(owner: request.viewer?.name ?? "", word: word)
    }

    private static func digest(of request: WebRequest) -> [UInt8] {
        let query = request.query.fields.flatMap { [$0.name, $0.value] }
        // A token that reaches less far than its owner is not told what the owner was told.
        let scope: [String] = if case .only(let accounts) = request.viewer?.scope { accounts.sorted() } else { ["*"] }
        let address = [request.method.rawValue, request.path] + query + scope
        return RequestRecord.digest(of: address.map { Array($0.utf8) } + [request.body])
    }

    private static func answer(to record: RequestRecord, by earlier: RequestRecord) throws(Problem) -> WebReply {
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
                help: "look whether it was done; a new key does it again", place: "header.Idempotency-Key")
        }
        return .json(answer.body, status: HTTPResponse.Status(code: answer.status))
    }
}
