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
        if let condition {
            return try desk.carryOut(request, when: condition) {
                try self.command(for: request)
            } _: { (command: any AnsweringCommand) in
                try Self.reply(desk.house.answer(command, to: request), in: desk.house)
            }
        }
        // Whoever reads what people wrote is written down, each time.
        let isKept = right != .answer
        // Looked for before the request is understood, which takes longer than all the rest.
        if isKept, let reply = try desk.kept(request) { return reply }
        let (command, page) = try reading(of: request)
        let version = { try shown.flatMap { try desk.version(of: $0, request) } }
        return try desk.look(request, version: version, isKept: isKept) {
            if let page, let part = try desk.house.part(page, of: command, to: request) { return part }
            let answer = try desk.house.answer(command, to: request)
            if let refusal = answer.refusals.first { throw Problem(refusal) }
            return try page?.part(of: desk.house.told(answer), named: rowNames ?? []) ?? desk.house.document(of: answer)
        }
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
    func document(of answer: any Answer) -> JSON { told(answer).json }

    /// An answer as it is told to anybody.
    func told(_ answer: any Answer) -> any Answer {
        simulated.map { SimulatedAnswer(answer: answer, seed: $0.seed) } ?? answer
    }
}
