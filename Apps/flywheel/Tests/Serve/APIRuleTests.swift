import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import Testing

@testable import flywheel

/// Rules that hold for every operation of the API: they are walked as the description lists them, so that nobody keeps a list.
@Suite struct APIRuleTests {
    @Test func everyChangeNamesTheVersionItWasDecidedOnOrIsDoneOnce() throws {
        for change in try Self.changes(in: Doorstep(.rotatedOnce())) {
            let creates = change.operation["responses"]?["201"] != nil
            let expected = change.path.contains("{") && !creates ? "If-Match" : "Idempotency-Key"
            #expect(change.conditions == [expected], "\(change.id): \(change.conditions)")
        }
    }

    @Test func everyChangeOfARecordNeedsTheVersionThatWasSeen() throws {
        let furnished = try FurnishedDesk()
        let door = try Doorstep(furnished.desk)
        let end = try door.house.host.store.journalEnd()
        var walked = 0
        for change in try Self.changes(in: door) where change.conditions == ["If-Match"] {
            guard let path = change.path.named(by: furnished.ids) else {
                Issue.record("\(change.id): the desk has no such record: \(change.path)")
                continue
            }
            func ask(_ seen: String?, _ body: String = change.body) throws -> Doorstep.Reply {
                try door.ask(
                    change.method, path, as: "ada:admin", body, headers: seen.map { ["If-Match": $0] } ?? [:])
            }
            let meaningless = try ask("\"999.1\"", #"{"unknown":null}"#)
            #expect(meaningless.status == 400, "\(change.id): \(meaningless.text)")
            let (blind, stale, weak) = (try ask(nil), try ask("\"999.1\""), try ask("W/\"999.1\""))
            #expect(blind.status == 428 && blind.code == "if-match", "\(change.id): \(blind.text)")
            #expect(stale.status == 412 && stale.code == "changed-meanwhile", "\(change.id): \(stale.text)")
            #expect(weak.status == 412 && weak.code == "changed-meanwhile", "\(change.id): \(weak.text)")
            walked += 1
        }
        #expect(walked > 50)
        #expect(try door.house.host.store.journalEnd() == end, "nothing was changed")
    }

    /// The address that an If-Match speaks of gives the version in its ETag.
    @Test func everyVersionIsShownWhereItIsSaidToBe() throws {
        let furnished = try FurnishedDesk()
        let door = try Doorstep(furnished.desk)
        let cases = ["cases", "disputes", "drafts", "disputes/decisions"]
        for change in try Self.changes(in: door) {
            guard let summary = change.summary(of: "If-Match") else { continue }
            let shown = try #require(summary.split(separator: " ").last { $0.hasPrefix("/api/v1/") }).dropLast()
            let reply = try door.ask(
                .get, try #require(String(shown).named(by: furnished.ids)), as: "ada:admin")
            let version = reply.tag.dropFirst().prefix { $0 != "." }
            #expect(reply.status == 200 && Int(version) != nil, "\(change.id): \(reply.status) \(reply.tag)")
            // Drafts and decisions have the version of their case, which is another's here.
            guard !cases.contains(where: { change.path.hasPrefix("/api/v1/\($0)/") }) else { continue }
            let path = try #require(change.path.named(by: furnished.ids))
            let next = "\"\((Int(version) ?? 0) + 1).1\""
            let stale = try door.ask(change.method, path, as: "ada:admin", change.body, headers: ["If-Match": next])
            #expect(stale.text.contains("its version is \(version),"), "\(change.id): \(stale.text)")
        }
    }

    /// What each operation that is done once is sent, where a body is needed.
    private static let bodies = [
        "addException":
            #"{"kind":"wrong-photo","kindNew":true,"sku":"LT-55-YEL","marketplace":"US","sum":"120.00 USD"}"#,
        "workOnExceptions": #"{"verb":"note","ids":["X1"],"text":"seen"}"#,
        "importFile": "sku,price,status\nA,1.00,Active\n",
        "addDecision": #"{"kind":"rule","subject":"look-first"}"#,
        "addWebhook": #"{"kind":"webhook","address":"https://127.0.0.1/in"}"#,
        "openIncident": #"{"title":"Late","text":"We look.","severity":"partial","component":"orders"}"#,
        "announceMaintenance":
            #"{"title":"Disks","component":"orders","from":"2026-12-01","until":"2026-12-02"}"#,
        "exemptCheck": #"{"check":"2.3","workflow":"suppressions","reason":"one person","until":"2027-01-31"}"#,
        "attachFile": "1. Look.", "addPerson": #"{"name":"zoe"}"#, "issueToken": #"{"label":"nightly"}"#,
    ]

    /// What stands in the query where the body is a file.
    private static let queries = [
        "importFile": "?file=listings-US.csv&account=other&kind=catalog/1",
        "attachFile": "?file=steps.md&check=2.1&workflow=suppressions&until=2027-01-31",
    ]

    @Test func whateverIsDoneOnceIsAnsweredAgainAndNotDoneAgain() throws {
        let furnished = try FurnishedDesk()
        let door = try Doorstep(furnished.desk)
        let store = door.house.host.store
        for change in try Self.changes(in: door) where change.conditions == ["Idempotency-Key"] {
            let path = try #require(change.path.named(by: furnished.ids))
            let query = Self.queries[change.id] ?? ""
            let type = query.isEmpty ? "application/json" : "application/octet-stream"
            func ask(_ word: String?, as person: String = "ana:admin") throws -> Doorstep.Reply {
                try door.ask(
                    change.method, path + query, as: person, Self.bodies[change.id] ?? "{}",
                    headers: ["Content-Type": type].merging(word.map { ["Idempotency-Key": $0] } ?? [:]) { $1 })
            }
            #expect(try ask(nil).code == "idempotency-key", "\(change.id)")
            #expect(try ask("two words").code == "idempotency-key", "\(change.id)")
            let word = "5a1f0c9e-1d2b-4c3d-8e4f-\(change.id)"
            let first = try ask(word)
            #expect((200...207).contains(first.status), "\(change.id): \(first.status) \(first.text)")
            let end = try store.journalEnd()
            let again = try ask(word)
            #expect(again.status == first.status && again.text == first.text, "\(change.id): \(again.text)")
            #expect(try store.journalEnd() == end, "\(change.id) was done again")
        }
    }

    @Test func whatIsUnderWayIsWorthAskingForAgainOnceItWentOnAsLongAgain() throws {
        let door = try Doorstep(.rotatedOnce())
        let store = door.house.host.store
        func ask() throws -> Doorstep.Reply {
            try door.ask(
                .post, "/api/v1/exceptions/bulk", #"{"verb":"note","ids":["X1"],"text":"seen"}"#,
                headers: ["Idempotency-Key": "k1"])
        }
        #expect(try ask().status == 200)
        let key = RequestKey(owner: "mia", word: RequestSeal("k1", of: "mia").name)
        let done = try #require(try store.beginRequest(RequestRecord(key, digest: [], begun: Scene.asOf)))
        for (age, wait) in [(0, "1"), (7, "7"), (3_600, "3600")] as [(Int64, String)] {
            try store.forgetRequest(key)
            _ = try store.sweepRequests(begunBefore: Scene.asOf.advanced(bySeconds: 1))
            let begun = RequestRecord(key, digest: done.digest, begun: Scene.asOf.advanced(bySeconds: -age))
            _ = try store.beginRequest(begun)
            let reply = try ask()
            #expect(reply.status == 409 && reply.code == "request-under-way", "\(reply.text)")
            #expect(reply.headers[.retryAfter] == wait)
        }
    }

    @Test func everyAnswerIsDescribed() throws {
        for operation in try Self.operations(in: Doorstep(.rotatedOnce())) {
            for answer in operation.operation["responses"]?.members ?? [] where answer.value["$ref"] == nil {
                let words = answer.value["description"]?.texts.first ?? ""
                #expect(words.hasSuffix(".") && !words.contains("HTTP status"), "\(operation.path) \(answer.key)")
            }
        }
    }

    /// Secrets are told again to whoever made them, under a word that nobody guesses, and stand nowhere in the store.
    @Test func secretsLieUnderSeal() throws {
        let door = try Doorstep(try FurnishedDesk().desk)
        func ask(_ word: String) throws -> Doorstep.Reply {
            try door.ask(
                .post, "/api/v1/people/ada/tokens", as: "ada:admin", #"{"label":"nightly"}"#,
                headers: ["Idempotency-Key": word])
        }
        #expect(try ask("short").code == "idempotency-key")
        let word = "6fa459ea-ee8a-3ca4-894e-db77e160355e"
        guard case .text(let secret) = try ask(word).json?["secret"] else { throw Problem.notFound }
        #expect(try ask(word).text.contains(secret))
        let record = RequestRecord(
            RequestKey(owner: "ada", word: RequestSeal(word, of: "ada").name), digest: [], begun: Scene.asOf)
        let kept = try #require(try door.house.host.store.beginRequest(record)?.answer)
        #expect(!kept.body.contains(secret) && !kept.body.contains("secret"))
        #expect(try RequestSeal(word, of: "ada").opened(kept.body).contains(secret))
        #expect(throws: (any Error).self) { try RequestSeal(word, of: "eve").opened(kept.body) }
        #expect(throws: (any Error).self) { try RequestSeal(word + "f", of: "ada").opened(kept.body) }
    }
}

extension APIRuleTests {
    /// An operation of the description.
    struct Described {
        let path: String
        let method: HTTPRequest.Method
        let operation: JSON

        var id: String { if case .text(let id) = operation["operationId"] { id } else { path } }

        /// The headers that have to be sent.
        var conditions: [String] {
            parameters.filter { $0["in"] == "header" && $0["required"] == true }.flatMap { $0["name"]?.texts ?? [] }
        }

        var parameters: [JSON] { if case .array(let items) = operation["parameters"] { items } else { [] } }

        /// A body that means something: what has to be given, and of what else is needed one of several.
        var body: String {
            let schema = operation["requestBody"]?["content"]?["application/json"]?["schema"]
            let required = schema?["required"]?.texts ?? []
            let oneOfSeveral = ["code", "because", "group", "urgency", "gap"]
            let members = (schema?["properties"]?.members ?? []).filter {
                required.contains($0.key) || oneOfSeveral.contains($0.key)
            }
            return members.isEmpty
                ? "" : JSON.object(members.map { JSON.Member(key: $0.key, value: Self.sample($0.value)) }).line
        }

        /// A value that fits a schema.
        private static func sample(_ schema: JSON) -> JSON {
            if case .array(let schemas) = schema["anyOf"] { return schemas.first.map(sample) ?? .null }
            if case .array(let words) = schema["enum"] { return words.first ?? .null }
            if let pattern = schema["pattern"]?.texts.first {
                let rule = ValueRule.pattern(pattern, example: "")
                return .text(samples.first { rule.word(in: .text($0), isText: false) != nil } ?? "")
            }
            return switch schema["type"]?.texts.first {
            case "array": .array(schema["items"].map { [sample($0)] } ?? [])
            case "integer", "number": schema["minimum"] ?? 1
            case "boolean": true
            default: .text(schema["format"] == nil ? "seen" : "2026-12-01")
            }
        }

        private static let samples = ["known", "EUR 1.00", "40%", "C2", "D3", "brand=Acme", "zoe"]

        func summary(of name: String) -> String? {
            parameters.first { $0["name"] == .text(name) }?["description"]?.texts.first
        }
    }

    /// All operations that are described.
    static func operations(in door: Doorstep) throws -> [Described] {
        let document = try #require(try door.ask(.get, "/api/v1/openapi.json", as: nil).json)
        return (document["paths"]?.members ?? []).flatMap { path in
            path.value.members.map {
                Described(path: path.key, method: .init($0.key.uppercased()) ?? .get, operation: $0.value)
            }
        }
    }

    /// Those that change something: tools are these very operations.
    static func changes(in door: Doorstep) throws -> [Described] {
        try operations(in: door).filter { $0.method != .get && $0.operation["tags"] != ["Tools"] }
    }
}

extension String {
    /// An address with records' ids in its braces; `nil` where one is not known.
    func named(by ids: [String: String]) -> String? {
        var parts: [Substring] = []
        for part in split(separator: "/") {
            guard part.hasPrefix("{") else {
                parts.append(part)
                continue
            }
            guard let id = ids[parts.dropFirst(2).joined(separator: "/")] else { return nil }
            parts.append(Substring(id))
        }
        return "/" + parts.joined(separator: "/")
    }
}
