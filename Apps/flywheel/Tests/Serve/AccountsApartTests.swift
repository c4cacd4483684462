import FlywheelHost
import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import HTTPTypes
import Testing

@testable import flywheel

/// A desk that works for several sellers: what somebody is told who may know of one of them is of that one.
@Suite struct AccountsApartTests {
    private static let client = "ana:viewer:harbor"

    /// The rows of the queue, and what they count for, of one account.
    private static func queue(_ desk: Desk, of account: String) throws -> (ids: Set<String>, amount: String) {
        let export = desk.run("export", "queue", "--fields", "id,listing.account", "--format", "csv").output
        let ids = export.split(whereSeparator: \.isNewline).filter { $0.hasSuffix(",\(account)") }
            .compactMap { $0.split(separator: ",").first.map(String.init) }
        let door = try Doorstep(desk)
        let metric = try door.ask(.get, "\(API.prefix)/metrics/open-exposure", as: "ana:viewer:\(account)").json
        guard case .text(let amount) = metric?.member(at: ["whole", "amount"]) else {
            throw Diagnostic("test", metric?.line ?? "no metric", exit: .failed)
        }
        return (Set(ids), amount)
    }

    private static func firstLine(ofDigest json: JSON) throws -> (ids: [String], amount: JSON?) {
        guard case .array(let items) = json["items"], case .array(let ids) = items.first?["ids"] else {
            throw Diagnostic("test", json.line, exit: .failed)
        }
        let texts = ids.compactMap { if case .text(let id) = $0 { id } else { nil } }
        return (texts, items.first?.member(at: ["money", "amount"]))
    }

    @Test func aDigestToASubscriptionOfOneAccountIsOfThatAccount() throws {
        let desk = try Desk.ofTwoSellers()
        _ = try desk.write(
            "outbox:\n  deliver:\n    - {what: morning, at: \"10:30\", to: [W1, W2]}\n", to: "flywheel.yaml")
        for account in [["--account", "harbor"], []] {
            let added = desk.run(["webhooks", "add", "webhook", "https://127.0.0.1/in", "--digests-only"] + account)
            #expect(added.exit == .done, "\(added.errors)")
        }
        _ = desk.run("outbox", "send")
        let store = try SQLiteStore(path: "\(desk.folder)/store.flywheel")
        func sent(_ id: String) throws -> JSON {
            try JSON(reading: try #require(try store.delivery("\(id)-morning-2026-11-20")).body)
        }
        let (harbor, kent) = (try Self.queue(desk, of: "harbor"), try Self.queue(desk, of: "kent"))
        #expect(!harbor.ids.isEmpty && !kent.ids.isEmpty)
        let own = try Self.firstLine(ofDigest: sent("W1"))
        #expect(own.amount == .text(harbor.amount) && harbor.ids.isSuperset(of: own.ids) && !own.ids.isEmpty)
        let whole = try Self.firstLine(ofDigest: sent("W2"))
        #expect(whole.amount != own.amount && !kent.ids.isDisjoint(with: whole.ids))
        #expect(try sent("W1")["idempotencyKey"] != sent("W2")["idempotencyKey"])
    }

    @Test func aDigestForSomebodyIsOverWhatTheyMayKnowOf() throws {
        let desk = try Desk.ofTwoSellers()
        #expect(desk.run("people", "add", "boss", "--role", "admin").exit == .done)
        #expect(desk.run("people", "add", "client", "--accounts", "harbor").exit == .done)
        func digest(_ name: String) throws -> (ids: [String], amount: JSON?) {
            try Self.firstLine(
                ofDigest: JSON(reading: desk.run("digest", "morning", "--as", name, "--format", "json").output))
        }
        let harbor = try Self.queue(desk, of: "harbor")
        let own = try digest("client")
        #expect(own.amount == .text(harbor.amount) && harbor.ids.isSuperset(of: own.ids) && !own.ids.isEmpty)
        #expect(try digest("boss").amount != own.amount && digest("stranger").amount != own.amount)
    }

    @Test func whichOtherAccountsAreLiveIsNotTold() throws {
        let desk = try Desk.ofTwoSellers()
        _ = try desk.write("changes:\n  live: [kent]\n", to: "flywheel.yaml")
        let door = try Doorstep(desk)
        for address in ["\(API.prefix)/changes", "/plan/prices", "/settings/policies"] {
            let (own, whole) = (
                try door.ask(.get, address, as: Self.client), try door.ask(.get, address, as: "mia:admin")
            )
            #expect(own.status == 200 && whole.status == 200)
            #expect(!own.text.contains("kent") && whole.text.contains("kent"), "\(address)")
        }
    }

    @Test func howTheirBusinessStandsIsTheirs() throws {
        let desk = try Desk.ofTwoSellers()
        let door = try Doorstep(desk)
        func whole(_ metric: String, as person: String) throws -> JSON? {
            try door.ask(.get, "\(API.prefix)/metrics/\(metric)", as: person).json?["whole"]
        }
        for metric in ["coverage", "freshness", "stockout-rate", "units-per-listing", "open-exposure"] {
            let own = try #require(try whole(metric, as: Self.client))
            #expect(own["gap"] == .null, "\(metric): \(own.line)")
            #expect(
                try own["value"]
                    == door.ask(.get, "\(API.prefix)/metrics/\(metric)?account=harbor", as: "mia:admin").json?.member(
                        at: ["whole", "value"]))
        }
        #expect(try whole("coverage", as: Self.client)?["value"] == whole("coverage", as: "mia:admin")?["value"])
        #expect(try whole("listings-per-operator", as: Self.client)?["gap"] == "whole-only")
        let table = desk.run("metrics", "--by", "account", "--format", "json").output
        #expect(table.contains("harbor") && table.contains("kent"))
        let lines = desk.run("metrics", "--account", "harbor", "--format", "table").output
        #expect(lines.matches(of: /known for the whole only/).count == 3, "\(lines)")
    }

    /// One account's assessment is the same, whoever asks for it, but for what rests on decisions about all.
    @Test func anAssessmentMayBeOfOneAccount() throws {
        let desk = try Desk.ofTwoSellers()
        let door = try Doorstep(desk)
        let journal = try door.house.host.store.journalEnd()
        func assess(_ body: String, as person: String) throws -> Doorstep.Reply {
            try door.ask(
                .post, "\(API.prefix)/assessments", as: person, body, headers: ["Idempotency-Key": "\(body)\(person)"])
        }
        let harbor = try assess(#"{"account":"harbor"}"#, as: "mia:lead")
        let kent = try assess(#"{"account":"kent"}"#, as: "mia:lead")
        #expect(harbor.status == 200 && kent.status == 200, "\(harbor.text)")
        #expect(harbor.json?["account"] == "harbor" && harbor.json?["id"] == .null)
        func problems(_ reply: Doorstep.Reply) -> JSON? { reply.json?.member(at: ["coverage", "problems"]) }
        let whole = try JSON(reading: desk.run("assess", "--format", "json").output)
        #expect(whole["id"] == "A1" && whole["account"] == "harbor, kent")
        #expect(whole.member(at: ["coverage", "problems"]) != problems(harbor) && problems(harbor) != 0)
        #expect(try door.house.host.store.journalEnd() > journal)

        let own = try assess("{}", as: "ana:lead:harbor")
        #expect(
            own.status == 200 && own.json?["account"] == "harbor" && problems(own) == problems(harbor), "\(own.text)")
        #expect(own.text.contains("decisions are about all accounts"))
        #expect(!harbor.text.contains("decisions are about all accounts"))
        let other = try assess(#"{"account":"kent"}"#, as: "ana:lead:harbor")
        #expect(other.status == 404 && !other.text.contains("expected harbor, kent"), "\(other.text)")
        #expect(desk.run("assess", "--account", "harbour").errors.contains("did you mean \"harbor\"?"))
        #expect(desk.run("assess", "--account", "harbor", "--since", "A1").exit == .usage)
        let explained = desk.run("assess", "--account", "harbor", "--explain", "inventory")
        #expect(explained.exit == .done, "\(explained.errors)")
        #expect(desk.run("assess", "list", "--format", "csv").output.contains("A1,"))
        #expect(
            !desk.run("assess", "list", "--format", "csv").output.contains("A2,"), "what is of one account is not kept")
    }

    @Test func theAssessmentOfOneAccountIsAPage() throws {
        let door = try Doorstep(.ofTwoSellers())
        let list = try door.ask(.get, "/assessment", as: "mia:lead").text
        #expect(list.contains("action=\"/assessment/now\"") && list.contains("kent"))
        let harbor = try door.ask(.get, "/assessment/now?account=harbor", as: "mia:lead")
        #expect(harbor.status == 200 && harbor.text.contains("Assessment harbor"))
        let sent = try door.ask(.post, "/assessment", as: Self.client.replacing(":viewer:", with: ":lead:"))
        #expect(sent.status == 303 && sent.headers[.location] == "/assessment/now", "\(sent.text)")
        let own = try door.ask(.get, "/assessment/now", as: Self.client)
        #expect(own.status == 200 && own.text.contains("Assessment harbor") && !own.text.contains("kent"))
        let all = try door.ask(.get, "/assessment/now", as: "mia:lead")
        #expect(all.status == 200 && all.text.contains("action=\"/assessment/now\""), "of all, what is kept")
    }

    @Test func listsOfSeveralAccountsSayWhoseEachIs() throws {
        let desk = try Desk.ofTwoSellers()
        let imports = desk.run("imports", "--width", "200", "--format", "table").output
        let rows = imports.split(separator: "\n").filter { $0.hasPrefix("I") && $0.contains(".csv") }
        #expect(rows.count == 8 && rows.count { $0.contains(" harbor ") } == 4, "\(imports)")
        let doctor = desk.run("doctor", "--format", "table").output
        #expect(doctor.contains("listings harbor, UK") && doctor.contains("stock kent, UK"), "\(doctor)")
        let door = try Doorstep(desk)
        let page = try door.ask(.get, "/data", as: "mia:admin").text
        #expect(page.contains("<bdi>kent</bdi>") && page.contains("<bdi>harbor</bdi>"))
        let one = try door.ask(.get, "/data", as: Self.client).text
        #expect(!one.contains("kent"))
        for account in ["harbor", "kent"] {
            let run = desk.run("import", try desk.tickets(), "--account", account, "--marketplace", "UK")
            #expect(run.exit == .done, "\(run.output)\(run.errors)")
        }
        let cases = desk.run("cases", "--format", "table").output
        #expect(cases.contains("ACCOUNT") && cases.contains(" harbor ") && cases.contains(" kent "), "\(cases)")
    }

    @Test func namesOfAccountsAreTakenWithoutSpaceAndSlipsAreTold() throws {
        let desk = try Desk.ofTwoSellers()
        #expect(desk.run("people", "add", "boss", "--role", "admin").exit == .done)
        let two = desk.run("people", "add", "two", "--accounts", "harbor, kent ")
        #expect(two.exit == .done && two.errors.isEmpty, "\(two.errors)")
        #expect(desk.run("people", "--format", "json").output.contains(#""accounts":["harbor","kent"]"#))
        let slip = desk.run("people", "role", "two", "viewer", "--accounts", "habor")
        #expect(
            slip.exit == .done
                && slip.errors.contains("no file came in of an account \"habor\" yet; did you mean \"harbor\"?"),
            "\(slip.errors)")
        #expect(
            desk.run("people", "issue", "two", "--label", "x", "--accounts", "habor").errors.contains("\"habor\" yet"))
        let page = try Doorstep(desk).ask(.get, "/settings/people/two", as: "mia:admin").text
        #expect(page.contains("No file has come in yet of: <bdi>habor</bdi>"), "\(page)")
        let path = try desk.write("sku,fulfillable\nH-1,5\n", to: "more.csv")
        let known = desk.run("import", path, "--account", "harbor ", "--marketplace", "UK", "--format", "json")
        #expect(known.output.contains(#""account":"harbor""#), "\(known.output)")
        let doubted = desk.run("import", path, "--account", "Harbor", "--marketplace", "UK", "--format", "table")
        #expect(doubted.output.contains("Doubtful    more.csv: \"Harbor\" is a new account"), "\(doubted.output)")
        #expect(desk.run("import", path, "--account", " ").exit == .usage)
    }

    @Test func theSameBytesWithAnotherCurrencySayWhatToDo() throws {
        let desk = try Desk()
        let path = try desk.write("sku,title,price\nA-1,Cup,20.00\n", to: "listings.csv")
        let words = ["import", path, "--account", "shop", "--marketplace", "shopify", "--at", "2026-11-20T08:00:00Z"]
        _ = desk.run(words)
        #expect(desk.run(words).exit == .done)
        let again = desk.run(words + ["--currency", "USD", "--format", "table"])
        #expect(again.exit == .waits)
        #expect(again.output.contains("Otherwise   listings.csv, as I1: currency USD, then unknown"), "\(again.output)")
        #expect(again.output.contains("flywheel imports discard I1 --yes"))
        #expect(!again.output.contains("Taken from") && !again.output.contains("nothing to do"))
        #expect(
            desk.run(words + ["--currency", "USD", "--format", "json"]).output
                .contains(#""reason":"read otherwise now: currency USD, then unknown""#))
        #expect(desk.run("imports", "discard", "I1", "--yes").exit == .done)
        #expect(desk.run(words + ["--currency", "USD"]).exit == .done)
    }
}
