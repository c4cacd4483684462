import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

/// The same for programs. None of it goes through the API's cache or its memory of answers: sign-ins change without the
/// journal, and a secret that was shown once must not be kept.
extension SignIn {
    func api(of house: House) -> [Route] {
        let people = API.prefix + "/people"
        return [
            programs(.get, people, "listPeople", "Who may come in.", gives: "people", of: house) { counter, _ in
                try counter.list()
            },
            programs(
                .post, people, "addPerson", "Lets somebody in, and gives a code to choose a password with.",
                taking: ["name", "role", "accounts", "displayName"], needing: ["name"], gives: "invitation",
                status: .created, of: house
            ) { counter, asked in
                try counter.add(
                    try asked.text("name") ?? "", displayName: try asked.text("displayName") ?? "",
                    role: try asked.role() ?? .viewer, scope: try asked.scope() ?? .all)
            },
            programs(
                .post, people + "/{name}/role", "changePerson",
                "Changes what somebody may do, and ends their sign-ins; what is left out stays.",
                taking: ["role", "accounts"], gives: "people", of: house
            ) { counter, asked in
                try counter.change(asked.name, role: try asked.role(), scope: try asked.scope())
            },
            programs(
                .post, people + "/{name}/disable", "disablePerson", "Keeps somebody out.", gives: "people", of: house
            ) { counter, asked in try counter.disable(asked.name) },
            programs(
                .post, people + "/{name}/enable", "enablePerson", "Lets somebody in again.", gives: "people", of: house
            ) { counter, asked in try counter.enable(asked.name) },
            programs(
                .post, people + "/{name}/invitation", "invitePerson", "Gives a new code to choose a password with.",
                gives: "invitation", status: .created, of: house
            ) { counter, asked in try counter.invite(asked.name) },
            programs(
                .post, people + "/{name}/tokens", "issueToken", "Makes an API token, and gives it this once.",
                taking: ["label", "rights", "accounts", "days"], needing: ["label"], gives: "issued-token",
                status: .created, of: house
            ) { counter, asked in
                try counter.issue(
                    try asked.text("label") ?? "", for: asked.name, rights: try asked.rights() ?? [.look],
                    scope: try asked.scope() ?? .all, days: try asked.integer("days") ?? 90)
            },
            programs(
                .get, API.prefix + "/tokens", "listTokens", "API tokens of everybody.", gives: "tokens", of: house
            ) { counter, _ in try counter.tokens(of: nil) },
            programs(
                .delete, API.prefix + "/tokens/{id}", "revokeToken", "Forgets an API token.", gives: "tokens",
                of: house
            ) { counter, asked in try counter.revoke(try asked.id()) },
            programs(
                .get, API.prefix + "/sessions", "listSessions", "Sign-ins that still count.", gives: "sign-ins",
                of: house
            ) { counter, _ in try counter.signIns(of: nil) },
            programs(
                .delete, API.prefix + "/sessions/{id}", "endSession", "Ends a sign-in.", gives: "sign-ins", of: house
            ) { counter, asked in try counter.end(try asked.id()) },
        ]
    }

    /// A route for whoever may administer.
    private func programs(
        _ method: HTTPRequest.Method, _ path: String, _ id: String, _ summary: String, taking: [String] = [],
        needing: [String] = [], gives document: String, status: HTTPResponse.Status = .ok, of house: House,
        _ answer: @escaping @Sendable (PeopleCounter, PeopleRequest) throws -> any Answer
    ) -> Route {
        let parameters = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            Operation.Parameter(String($0.dropFirst().dropLast()), in: .path, $0 == "{id}" ? "Its id." : "Who.")
        }
        let body = PeopleRequest.schema(of: taking, needing: needing)
        let operation = Operation(
            id, summary, tag: "People", parameters: parameters,
            bodies: taking.isEmpty ? [:] : ["application/json": body.line],
            answers: [Int(status.code): JSON.reference(toDocument: document).line],
            refusals: [400, 404, 409, 415, 422])
        return Route(.api, method, path, for: .right(.administer), operation: operation) { request in
            try requireWhole(request.viewer)
            let asked = try PeopleRequest(request, taking: taking)
            let counter = PeopleCounter(
                desk, house.host.store, actor: Actor(.person, request.viewer?.name ?? ""), clock: house.clock,
                visit: visit(request))
            return .json(try answer(counter, asked).json.line, status: status)
        }
    }

    /// Whoever knows of some accounts alone could otherwise let somebody in who knows of all.
    func requireWhole(_ viewer: Viewer?) throws(Problem) {
        guard case .only = viewer?.scope else { return }
        throw Problem(
            .forbidden, "not-allowed", "letting people in is for those for whom every account exists",
            help: "ask an administrator for it")
    }
}
