import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

/// The same for programs. None of it goes through the API's cache: sign-ins change without the journal.
extension SignIn {
    func api(_ desk: APIDesk) -> [Route] {
        let (people, tokens, sessions) = (API.prefix + "/people", API.prefix + "/tokens", API.prefix + "/sessions")
        return [
            programs(.get, people, "listPeople", "Who may come in.", gives: "people", isList: true, in: desk) {
                counter, _ in
                try counter.list()
            },
            programs(
                .post, people, "addPerson", "Lets somebody in, and gives a code to choose a password with.",
                taking: ["name", "role", "accounts", "displayName"], needing: ["name"], gives: "invitation",
                status: .created, when: .onceInSecret, in: desk
            ) { counter, asked in
                try counter.add(
                    try asked.text("name") ?? "", displayName: try asked.text("displayName") ?? "",
                    role: try asked.role() ?? .viewer, scope: try asked.scope() ?? .all)
            },
            programs(
                .get, people + "/{name}", "showPerson", "One who may come in.", gives: "people", of: .person, in: desk
            ) { counter, asked in try counter.show(asked.name) },
            programs(
                .post, people + "/{name}/role", "changePerson",
                "Changes what somebody may do, and ends their sign-ins; what is left out stays.",
                taking: ["role", "accounts"], gives: "people", when: .unchanged(.person), in: desk
            ) { counter, asked in
                try counter.change(asked.name, role: try asked.role(), scope: try asked.scope())
            },
            programs(
                .post, people + "/{name}/disable", "disablePerson", "Keeps somebody out.", gives: "people",
                when: .unchanged(.person), in: desk
            ) { counter, asked in try counter.disable(asked.name) },
            programs(
                .post, people + "/{name}/enable", "enablePerson", "Lets somebody in again.", gives: "people",
                when: .unchanged(.person), in: desk
            ) { counter, asked in try counter.enable(asked.name) },
            programs(
                .post, people + "/{name}/hand", "handOver",
                "Gives all open exceptions and cases of somebody to another; what is refused is named.",
                taking: ["to", "account"], needing: ["to"], gives: "handover", when: .unchanged(.person), in: desk
            ) { counter, asked in
                try counter.hand(asked.name, to: try asked.text("to") ?? "", account: try asked.text("account"))
            },
            programs(
                .post, people + "/{name}/invitation", "invitePerson", "Gives a new code to choose a password with.",
                gives: "invitation", status: .created, when: .onceInSecret, in: desk
            ) { counter, asked in try counter.invite(asked.name) },
            programs(
                .post, people + "/{name}/tokens", "issueToken", "Makes an API token, and gives it this once.",
                taking: ["label", "rights", "accounts", "days"], needing: ["label"], gives: "issued-token",
                status: .created, when: .onceInSecret, in: desk
            ) { counter, asked in
                try counter.issue(
                    try asked.text("label") ?? "", for: asked.name, rights: try asked.rights() ?? [.look],
                    scope: try asked.scope() ?? .all, days: try asked.integer("days") ?? 90)
            },
            programs(
                .get, tokens, "listTokens", "API tokens of everybody.", gives: "tokens", isList: true, in: desk
            ) { counter, _ in try counter.tokens(of: nil) },
            programs(
                .get, tokens + "/{id}", "showToken", "One API token.", gives: "tokens", of: .token, in: desk
            ) { counter, asked in try counter.token(try asked.id()) },
            programs(
                .delete, tokens + "/{id}", "revokeToken", "Forgets an API token.", gives: "tokens",
                when: .unchanged(.token), in: desk
            ) { counter, asked in try counter.revoke(try asked.id()) },
            programs(
                .get, sessions, "listSessions", "Sign-ins that still count.", gives: "sign-ins",
                isList: true, in: desk
            ) { counter, _ in try counter.signIns(of: nil) },
            programs(
                .get, sessions + "/{id}", "showSession", "One sign-in.", gives: "sign-ins", of: .signIn, in: desk
            ) { counter, asked in try counter.signIn(try asked.id()) },
            programs(
                .get, API.prefix + "/door-log", "listDoorLog",
                "Who came in, who was turned away, what was changed at the door; newest first.", gives: "door-log",
                isList: true, in: desk
            ) { counter, _ in try counter.log(of: nil, limit: 10_000) },
            programs(
                .delete, sessions + "/{id}", "endSession", "Ends a sign-in.", gives: "sign-ins",
                when: .unchanged(.signIn), in: desk
            ) { counter, asked in try counter.end(try asked.id()) },
        ]
    }

    /// A route for whoever may administer.
    ///
    /// - Parameters:
    ///   - condition: what has to hold before anything is changed; `nil` where it only looks.
    ///   - record: the kind of record that it shows, where that has versions.
    ///   - isList: whether its rows are given in parts.
    private func programs(
        _ method: HTTPRequest.Method, _ path: String, _ id: String, _ summary: String, taking: [String] = [],
        needing: [String] = [], gives document: String, status: HTTPResponse.Status = .ok,
        when condition: Condition? = nil, of record: VersionedRecord? = nil, isList: Bool = false, in desk: APIDesk,
        _ answer: @escaping @Sendable (PeopleCounter, PeopleRequest) throws -> any Answer
    ) -> Route {
        let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            let name = String($0.dropFirst().dropLast())
            return Operation.Parameter(
                name, in: .path, name == "id" ? "Its id." : "Who.", schema: Operation.Parameter.schema(ofPath: name))
        }
        let body = PeopleRequest.schema(of: taking, needing: needing)
        let whole = JSON.reference(toDocument: document)
        let operation = Operation(
            id, summary, tag: "People",
            parameters: named + (isList ? ListPage.parameters : []) + (condition?.parameters ?? []),
            bodies: taking.isEmpty ? [:] : ["application/json": body.line],
            answers: [Int(status.code): (isList ? ListPage.schema(of: whole) : whole).line],
            refusals: Set([400, 404, 409, 415, 422]).union(condition?.refusals ?? []))
        return Route(.api, method, path, for: .right(.administer), operation: operation) { request in
            try requireWhole(request.viewer)
            let act = { (asked: PeopleRequest) in
                let counter = PeopleCounter(
                    self.desk, desk.house.host, desk.house.rules, actor: Actor(.person, request.viewer?.name ?? ""),
                    clock: desk.house.clock, visit: visit(request))
                let found = try answer(counter, asked)
                let document = try isList ? ListPage(request).part(of: found) : found.json
                return WebReply.json(document.line, status: status)
            }
            let understood = { try PeopleRequest(request, taking: taking, needing: needing) }
            if let condition { return try desk.carryOut(request, when: condition, understood, act) }
            var reply = try act(understood())
            if let record, let version = try desk.version(of: record, request) {
                reply.headers[.eTag] = reply.tag(version: version)
            }
            return reply
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
