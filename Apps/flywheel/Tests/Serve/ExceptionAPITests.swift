import FlywheelHost
import FlywheelStore
import HTTPTypes
import Testing

@testable import flywheel

@Suite struct ExceptionAPITests {
    @Test func aChangeNeedsTheVersionItWasDecidedOn() throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        let seen = try door.ask(.get, "/api/v1/exceptions/\(id)").tag
        let claim = "/api/v1/exceptions/\(id)/claim"
        #expect(try door.ask(.post, claim).status == 428)
        #expect(try door.ask(.post, claim, headers: ["If-Match": "\"999\""]).status == 412)
        let done = try door.ask(.post, claim, headers: ["If-Match": seen])
        #expect(done.status == 200, "\(done.text)")
        let late = try door.ask(.post, claim, as: "ben:operator", headers: ["If-Match": seen])
        #expect(late.status == 412 && late.code == "changed-meanwhile")
        let taken = try door.ask(.post, claim, as: "ben:operator", headers: ["If-Match": "*"])
        #expect(taken.status == 409, "what the state refuses is a conflict: \(taken.text)")
    }

    /// What proxies that compress make of a tag is given back to them by readers, and names the same version.
    @Test func tagsCountAsProxiesGiveThemBack() throws {
        let door = try Doorstep(.rotatedOnce())
        let exception = "/api/v1/exceptions/\(try door.firstID())"
        let seen = try door.ask(.get, exception).tag
        let inner = seen.dropFirst().dropLast()
        let given = [seen, "W/\(seen)", "\"\(inner)-gzip\"", "W/\"\(inner)-br\"", "\"999.1\", W/\(seen)", " * "]
        for tag in given {
            let known = try door.ask(.get, exception, headers: ["If-None-Match": tag])
            #expect(known.status == 304 && known.tag == seen, "\(tag)")
        }
        for tag in given {
            let version = try door.ask(.get, exception).tag
            let tag = tag.replacing(inner, with: version.dropFirst().dropLast())
            let done = try door.ask(.post, "\(exception)/note", #"{"text":"seen"}"#, headers: ["If-Match": tag])
            #expect(done.status == 200, "\(tag): \(done.text)")
        }
        for tag in [
            seen, "W/\(seen)", "\"\(inner)-gzip\"", "\"999\", W/\"998\"", "\"*\"", "*, \(seen)", seen + "*", "W/", "\"",
        ] {
            let late = try door.ask(.post, "\(exception)/claim", headers: ["If-Match": tag])
            #expect(late.status == 412, "\(tag): \(late.text)")
        }
    }

    @Test func oneOfManyWithTheSameVersionWins() async throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        let seen = try door.ask(.get, "/api/v1/exceptions/\(id)").tag
        let statuses = await withTaskGroup(of: Int.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let reply = try? door.ask(
                        .post, "/api/v1/exceptions/\(id)/claim", as: "p\(number):operator",
                        headers: ["If-Match": seen])
                    return reply?.status ?? 0
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 200 } == 1 && statuses.count { $0 == 412 } == 19, "\(statuses)")
    }

    @Test func bodiesAreReadStrictly() throws {
        let door = try Doorstep(.rotatedOnce())
        let close = "/api/v1/exceptions/\(try door.firstID())/close"
        func ask(_ body: String, type: String = "application/json") throws -> Doorstep.Reply {
            try door.ask(.post, close, body, headers: ["If-Match": "*", "Content-Type": type])
        }
        #expect(try ask("{\"cause\":\"image\",\"cause\":\"brand\"}").code == "json")
        #expect(try ask("{} {}").code == "json")
        #expect(try ask("[]").code == "json")
        #expect(try ask("cause=image", type: "application/x-www-form-urlencoded").status == 415)
        let unknown = try ask("{\"causes\":\"image\"}")
        #expect(unknown.code == "unknown-parameter" && unknown.text.contains("did you mean \\\"cause\\\"?"))
        #expect(try ask("{\"cause\":{}}").status == 400)
        #expect(try ask("{\"cause\":7}").status == 400, "a number is no text")
        let minutes = try ask("{\"minutes\":0}")
        #expect(minutes.status == 400 && minutes.json?["place"] == "body.minutes", "\(minutes.text)")
        #expect(try door.ask(.post, close, as: "mia:viewer", headers: ["If-Match": "*"]).status == 403)
    }

    @Test func textsThatLookLikeFlagsAreTexts() throws {
        let door = try Doorstep(.rotatedOnce())
        let note = "/api/v1/exceptions/\(try door.firstID())/note"
        let reply = try door.ask(.post, note, "{\"text\":\"--as ben\"}", headers: ["If-Match": "*"])
        #expect(reply.status == 200, "\(reply.text)")
        #expect(reply.json?["actor"] == "mia")
    }

    @Test func severalAreEachToldForThemselves() throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        let body = "{\"verb\":\"claim\",\"ids\":[\"\(id)\",\"X99999\"]}"
        func ask(_ body: String, _ word: String) throws -> Doorstep.Reply {
            try door.ask(.post, "/api/v1/exceptions/bulk", body, headers: ["Idempotency-Key": word])
        }
        let some = try ask(body, "k1")
        #expect(some.status == 207, "\(some.text)")
        guard case .array(let done) = some.json?["items"], case .array(let refused) = some.json?["refused"] else {
            Issue.record("\(some.text)")
            return
        }
        #expect(done.count == 1 && refused.count == 1)
        #expect(refused.first?["id"] == "X99999" && refused.first?["code"] == "unknown-exception")
        #expect(try ask("{\"verb\":\"clam\",\"ids\":[\"X1\"]}", "k2").status == 400)
        #expect(try ask("{\"verb\":\"claim\",\"ids\":[]}", "k3").status == 400)
    }

    @Test func whatIsNoIDIsRefusedForItself() throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        func ask(_ ids: [String], _ word: String) throws -> Doorstep.Reply {
            let body: JSON = ["verb": "note", "ids": .texts(ids), "text": "seen"]
            return try door.ask(.post, "/api/v1/exceptions/bulk", body.line, headers: ["Idempotency-Key": word])
        }
        let some = try ask(["foo", id, "-", "--as"], "k1")
        #expect(some.status == 207, "\(some.text)")
        guard case .array(let done) = some.json?["items"], case .array(let refused) = some.json?["refused"] else {
            return
        }
        #expect(done.compactMap { $0["id"] } == [.text(id)])
        #expect(refused.compactMap { $0["id"] } == ["foo", "-", "--as"])
        #expect(refused.allSatisfy { $0["code"] == "id" })
        #expect(try ask(["foo"], "k2").status == 404, "nothing is left to be done")
    }

    @Test func aChangeUnderAWordIsMadeOnceWhateverVersionItNames() throws {
        let door = try Doorstep(.rotatedOnce())
        let exception = "/api/v1/exceptions/\(try door.firstID())"
        func note(_ seen: String, _ word: String, _ text: String = "once") throws -> Doorstep.Reply {
            try door.ask(
                .post, "\(exception)/note", #"{"text":"\#(text)"}"#,
                headers: ["If-Match": seen, "Idempotency-Key": word])
        }
        let seen = try door.ask(.get, exception).tag
        #expect(try note("\"999\"", "k1").status == 412)
        let first = try note(seen, "k1")
        #expect(first.status == 200, "what was refused is forgotten: \(first.text)")
        let end = try door.house.host.store.journalEnd()
        for again in [seen, "*"] {
            let reply = try note(again, "k1")
            #expect(reply.status == 200 && reply.text == first.text, "\(reply.text)")
        }
        #expect(try note("*", "k1", "twice").code == "idempotency-key-reused")
        #expect(try note("*", "two words").code == "idempotency-key")
        #expect(try door.house.host.store.journalEnd() == end, "nothing was done again")
        #expect(try note("*", "k2").status == 200)
        #expect(try door.house.host.store.journalEnd() > end)
    }

    @Test func whatIsAddedUnderOneKeyIsAddedOnce() throws {
        let door = try Doorstep(.rotatedOnce())
        let sku = try door.firstSKU()
        let body =
            "{\"kind\":\"wrong-photo\",\"kindNew\":true,\"sku\":\"\(sku)\",\"marketplace\":\"US\",\"sum\":\"120.00 USD\"}"
        func add(_ body: String, _ key: String?) throws -> Doorstep.Reply {
            try door.ask(.post, "/api/v1/exceptions", body, headers: key.map { ["Idempotency-Key": $0] } ?? [:])
        }
        #expect(try add(body, nil).code == "idempotency-key")
        let first = try add(body, "k1")
        #expect(first.status == 200, "\(first.text)")
        let again = try add(body, "k1")
        #expect(again.status == 200 && again.text == first.text)
        #expect(try add(body + " ", "k1").code == "idempotency-key-reused")
        #expect(try add(body, "k2").status == 409, "the same problem stands already")
        #expect(try add(body, "k2").status == 409, "a refusal did nothing and is asked anew")
    }

    /// Whoever claimed it may have been kept out since.
    @Test func aLeadGivesAwayWhatAnotherHasClaimed() throws {
        let door = try Doorstep(.rotatedOnce())
        let id = try door.firstID()
        func ask(_ verb: String, as person: String, _ body: String = "") throws -> Doorstep.Reply {
            try door.ask(.post, "/api/v1/exceptions/\(id)/\(verb)", as: person, body, headers: ["If-Match": "*"])
        }
        #expect(try ask("claim", as: "nora:operator").status == 200)
        let refused = try ask("assign", as: "ben:operator", "{\"to\":\"ben\"}")
        #expect(refused.status == 409 && refused.code == "claimed", "\(refused.text)")
        let given = try ask("assign", as: "lea:lead", "{\"to\":\"ben\"}")
        #expect(given.status == 200, "\(given.text)")
        #expect(try ask("claim", as: "ben:operator").status == 200)
        #expect(try door.house.host.store.journalFaults().isEmpty)
    }

    @Test func nobodyIsGivenWhatDoesNotExistForThem() throws {
        let desk = try Desk.rotatedOnce()
        #expect(desk.run("people", "add", "ada", "--role", "admin").exit == .done)
        #expect(desk.run("people", "add", "nora", "--accounts", "west").exit == .done)
        #expect(desk.run("people", "add", "omar", "--accounts", "northwind").exit == .done)
        let door = try Doorstep(desk)
        let assign = "/api/v1/exceptions/\(try door.firstID())/assign"
        func give(to name: String, as person: String) throws -> Doorstep.Reply {
            try door.ask(.post, assign, as: person, "{\"to\":\"\(name)\"}", headers: ["If-Match": "*"])
        }
        for person in ["mia:operator", "lea:lead:northwind"] {
            let refused = try give(to: "nora", as: person)
            #expect(refused.status == 409 && refused.code == "refused", "\(refused.text)")
        }
        for name in ["omar", "ada", "somebody"] { #expect(try give(to: name, as: "mia:operator").status == 200) }
    }

    @Test func aTextWithNULIsKeptWithAnotherCharacterForIt() throws {
        let door = try Doorstep(.rotatedOnce())
        let exception = "/api/v1/exceptions/\(try door.firstID())"
        let reply = try door.ask(
            .post, "\(exception)/note", "{\"text\":\"a\\u0000b\"}", headers: ["If-Match": "*"])
        #expect(reply.status == 200, "\(reply.text)")
        #expect(try door.ask(.get, exception).text.contains("a\u{FFFD}b"))
    }

    @Test func whatIsUnknownIsNotFound() throws {
        let door = try Doorstep(.rotatedOnce())
        #expect(try door.ask(.get, "/api/v1/exceptions/X99999").status == 404)
        #expect(try door.ask(.post, "/api/v1/exceptions/X99999/claim", headers: ["If-Match": "*"]).status == 404)
        #expect(try door.ask(.get, "/api/v1/exceptions/-").status == 404)
        #expect(try door.ask(.get, "/api/v1/exceptions/--help").status == 404)
    }
}

extension Doorstep {
    /// The SKU of the listing on top of the queue.
    func firstSKU() throws -> String {
        let queue = try #require(try ask(.get, "/api/v1/queue?limit=1").json)
        guard case .array(let items) = queue["items"], case .text(let code) = items.first?["subject"]?["code"] else {
            throw Diagnostic("test", "the queue is empty", exit: .failed)
        }
        return code
    }
}
