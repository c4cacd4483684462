import FlywheelHost
import FlywheelWeb
import HTTPTypes
import People

extension APICommand {
    /// The door that the operation is behind.
    func route(_ desk: APIDesk) -> Route {
        Route(.api, method, API.prefix + path, for: .right(right), operation: operation) { request in
            try answer(request, desk)
        }
    }

    private func answer(_ request: WebRequest, _ desk: APIDesk) throws -> WebReply {
        // Whoever reads what people wrote is written down, each time.
        let isKept = method == .get && right != .answer
        // Looked for before the request is understood, which takes longer than all the rest.
        if isKept, let reply = try desk.kept(request) { return reply }
        let command = try command(for: request)
        let version: () throws -> Int? = { try self.version(request, in: desk.house) }
        guard method != .get else {
            return try desk.look(request, version: version, isKept: isKept) {
                let answer = try desk.house.answer(command, to: request)
                if let refusal = answer.refusals.first { throw Problem(refusal) }
                return desk.house.document(of: answer)
            }
        }
        let act = { try Self.reply(desk.house.answer(command, to: request), in: desk.house) }
        return switch condition {
        case .none: try act()
        case .unchanged: try desk.change(request, version: version, act)
        case .once: try desk.once(request, act)
        }
    }

    /// The version of the record that the path names, as far as it exists for who asks.
    private func version(_ request: WebRequest, in house: House) throws -> Int? {
        guard case .unchanged(let record) = condition, let name = pathNames.first else { return nil }
        return try record.version(house.seen(by: request.viewer).host.store, request.parameter(name))
    }

    /// What came of a command: all, some of it, or why not.
    static func reply(_ answer: any Answer, in house: House) throws -> WebReply {
        if answer.exit != .partly, let refusal = answer.refusals.first { throw Problem(refusal) }
        // A document that was refused as a whole without a refusal says of each row why.
        let status: HTTPResponse.Status = answer.exit == .partly ? .multiStatus : .ok
        return .json(house.document(of: answer).line, status: status)
    }
}

extension House {
    /// The document of an answer; one out of a store that a simulation wrote says so.
    func document(of answer: any Answer) -> JSON {
        simulated.map { SimulatedAnswer(answer: answer, seed: $0.seed).json } ?? answer.json
    }
}
