import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Testing

@testable import flywheel

@Suite struct APIMatrixTests {
    /// Every route with every role: the gate lets in whoever has the right, and nobody else.
    @Test func everyDoorOpensForItsRightAlone() throws {
        let door = try Doorstep(.rotatedOnce())
        for route in door.routes where route.kind == .api && route.method == .get {
            let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "none" : $0 }.joined(separator: "/")
            let nobody = try door.ask(route.method, "/" + path, as: nil).status
            #expect((nobody == 401) == (route.entry != .everyone), "\(route.path): \(nobody)")
            for role in Role.allCases {
                let status = try door.ask(route.method, "/" + path, as: "mia:\(role.rawValue)").status
                let mayEnter =
                    if case .right(let right) = route.entry { role.rights.contains(right) } else { true }
                #expect((status == 403) == !mayEnter, "\(route.path) as \(role): \(status)")
            }
        }
        for route in door.routes where route.kind == .api && route.method != .get {
            let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "none" : $0 }.joined(separator: "/")
            #expect(try door.ask(route.method, "/" + path, as: nil).status == 401, "\(route.path)")
            for role in Role.allCases {
                guard case .right(let right) = route.entry, !role.rights.contains(right) else { continue }
                let status = try door.ask(route.method, "/" + path, as: "mia:\(role.rawValue)").status
                #expect(status == 403, "\(route.path) as \(role): \(status)")
            }
        }
    }

    /// Whoever knows of some accounts alone could otherwise let somebody in who knows of all: themselves.
    @Test func peopleAreLookedAfterByWhoKnowsOfAllAccounts() throws {
        let door = try Doorstep(.rotatedOnce())
        // The journal shows what is theirs.
        let routes = door.routes.filter {
            $0.entry == .right(.administer) && !$0.path.hasPrefix("\(API.prefix)/journal")
        }
        #expect(Set(routes.map(\.kind)) == [.api, .page])
        for route in routes {
            let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "none" : $0 }.joined(separator: "/")
            let status = try door.ask(route.method, "/" + path, as: "eve:admin:south").status
            #expect(status == 403, "\(route.method) \(route.path): \(status)")
        }
    }

    /// Whoever may know of one account finds nothing of another's, in whatever way they ask, and changes nothing there.
    @Test func whatBelongsToAnotherAccountIsNotThere() throws {
        let desk = try Desk.rotatedOnce()
        _ = desk.run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US")
        let door = try Doorstep(desk)
        let (exception, sku) = (try door.firstID(), try door.firstSKU())
        let store = door.house.host.store
        let end = try store.journalEnd()
        let foreign = "wes:admin:west"
        let ids = ["exceptions": exception, "imports": "I1", "cases": "C1", "disputes": "C1", "listings": sku]
        for operation in API.commands {
            let words = operation.path.split(separator: "/").map(String.init)
            guard let id = ids[words[0]], words.count > 1, words[1].hasPrefix("{") else { continue }
            let rest = words.dropFirst(2).map { "/\($0)" }.joined()
            let inputs = operation.inputs.filter {
                $0.isRequired || ["code", "because", "group", "urgency", "gap"].contains($0.name)
            }
            let body = operation.method == .get ? "" : JSON.object(inputs.map(\.sample)).line
            let reply = try door.ask(
                operation.method, "\(API.prefix)/\(words[0])/\(id)\(rest)", as: foreign, body,
                headers: ["If-Match": "\"99\""])
            #expect(reply.status == 404, "\(operation.id): \(reply.status) \(reply.text.prefix(300))")
        }
        for path in ["queue", "imports", "cases", "changes", "disputes", "reorder", "journal"] {
            let reply = try door.ask(.get, "\(API.prefix)/\(path)", as: foreign)
            #expect(
                !reply.text.contains("northwind") && !reply.text.contains(sku), "\(path): \(reply.text.prefix(300))")
        }
        #expect(
            try door.ask(.post, "\(API.prefix)/rotations", as: foreign, headers: ["Idempotency-Key": "k"]).status >= 400
        )
        #expect(try store.journalEnd() == end, "nothing was changed")
    }

    @Test func everyRouteOfTheAPIIsDescribed() throws {
        let door = try Doorstep(.rotatedOnce())
        let document = try #require(try door.ask(.get, "/api/v1/openapi.json", as: nil).json)
        #expect(document["openapi"] == "3.1.0")
        var ids: Set<String> = []
        for route in door.routes where route.kind == .api && route.path.hasPrefix(API.prefix) {
            guard !route.path.hasSuffix("/openapi.json") else { continue }
            let operation = document["paths"]?[route.path]?[route.method.rawValue.lowercased()]
            guard case .text(let id) = operation?["operationId"] else {
                Issue.record("\(route.method) \(route.path) is not described")
                continue
            }
            #expect(ids.insert(id).inserted, "\(id) stands twice")
            for name in route.path.split(separator: "/").filter({ $0.hasPrefix("{") }) {
                guard case .array(let parameters) = operation?["parameters"] else { continue }
                #expect(
                    parameters.contains { $0["name"] == .text(String(name.dropFirst().dropLast())) },
                    "\(route.path) says nothing of \(name)")
            }
        }
        #expect(references(in: document).allSatisfy { document.member(at: $0) != nil })
    }

    @Test(arguments: API.commands)
    func everyNameAnOperationTakesIsItsCommands(operation: APICommand) {
        let names = operation.inputs.map(\.name)
        let expected = operation.positionals.filter { !operation.pathNames.contains($0) } + operation.options
        #expect(names == expected, "\(operation.id)")
        #expect(Set(operation.pathNames).isSubset(of: operation.positionals), "\(operation.id)")
        for document in operation.documents {
            #expect(Document.all.contains { $0.name == document }, "\(operation.id) gives no known \(document)")
        }
    }

    /// Answers fit the schema that the description names.
    @Test(arguments: API.commands.filter { $0.method == .get && $0.pathNames.isEmpty && $0.positionals.isEmpty })
    func answersFitTheirSchema(operation: APICommand) throws {
        let reply = try Doorstep(.rotatedOnce()).ask(.get, API.prefix + operation.path, as: "ada:admin")
        guard reply.status == 200 else {
            #expect([404, 409, 500].contains(reply.status) && reply.code != "unexpected", "\(reply.text)")
            return
        }
        try operation.expectFitting(reply)
    }

    @Test func documentsOfRecordsFitTheirSchema() throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        let sku = try door.firstSKU()
        for (path, address) in [
            ("/exceptions/{id}", "/exceptions/\(id)?numbers=true"), ("/imports/{id}", "/imports/I1"),
            ("/imports/{id}/rejects", "/imports/I1/rejects"), ("/metrics/{key}", "/metrics/time-to-own"),
            ("/words/{word}", "/words/at-risk"),
            ("/listings/{sku}/forecast", "/listings/\(sku)/forecast?marketplace=US"),
        ] {
            let operation = try #require(API.commands.first { $0.path == path && $0.method == .get })
            let reply = try door.ask(.get, API.prefix + address)
            #expect(reply.status == 200, "\(address): \(reply.text)")
            try operation.expectFitting(reply)
        }
    }

    private func references(in value: JSON) -> [[String]] {
        switch value {
        case .array(let items): items.flatMap { references(in: $0) }
        case .object(let members):
            members.flatMap { member -> [[String]] in
                if member.key == "$ref", case .text(let text) = member.value {
                    return [text.dropFirst(2).split(separator: "/").map(String.init)]
                }
                return references(in: member.value)
            }
        default: []
        }
    }
}

extension APIInput {
    /// It with a value that fits its rule.
    fileprivate var sample: JSON.Member {
        let value: JSON =
            switch rule {
            case .flag: true
            case .integer(let range): .integer(range.lowerBound)
            case .number(let range): .number(range.lowerBound)
            case .words(let words): .text(words[0])
            case .text: "seen"
            case .pattern: .text(Self.samples.first { rule.word(in: .text($0), isText: false) != nil } ?? "")
            case .day, .moment, .either: "2026-12-01"
            }
        return JSON.Member(key: name, value: isList ? [value] : value)
    }

    private static let samples = ["known", "EUR 1.00", "40%", "C2", "D3", "brand=Acme"]
}

extension APICommand: CustomTestStringConvertible {
    var testDescription: String { id }

    func expectFitting(_ reply: Doorstep.Reply) throws {
        var json = try JSON(reading: reply.text)
        if rowNames != nil {
            #expect(json.members.suffix(2).map(\.key) == ["matching", "nextCursor"], "\(id)")
            json = .object(json.members.dropLast(2))
        }
        let faults = documents.compactMap { name -> [String]? in
            guard let document = Document.all.first(where: { $0.name == name }) else { return nil }
            var validator = SchemaValidator()
            validator.check(json, document.schema)
            return validator.faults
        }
        #expect(documents.isEmpty || faults.contains([]), "\(id): \(faults) \(reply.text.prefix(200))")
    }
}

extension JSON {
    /// The value at a path of names.
    func member(at path: [String]) -> JSON? { path.reduce(self) { $0?[$1] } }
}
