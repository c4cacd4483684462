import FlywheelKit
import Foundation
import Testing

@testable import flywheel

/// The flags of `queue`, `rotate` and all, on the invented seller.
@Suite struct QueueFlagTests {
    private func items(_ run: Desk.Outcome) throws -> [JSON] {
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return [] }
        return items
    }

    @Test func aFilteredTotalSaysOfWhatItIsAPart() throws {
        let desk = try Desk.rotated()
        let all = try items(desk.run("queue", "-n", "1000", "--format", "json"))
        let some = desk.run("queue", "-n", "2", "--tier", "A", "--format", "json")
        let ofTierA = all.filter { $0["tier"] == "A" }
        let sum = ofTierA.compactMap { item -> Decimal? in
            guard case .text(let amount) = item["atRisk"]?["amount"] else { return nil }
            return Decimal(string: amount)
        }.reduce(0, +)
        let matching = try #require(try JSON(reading: some.output)["matching"])
        #expect(matching["count"] == .integer(Int64(ofTierA.count)))
        guard case .text(let total) = matching["atRisk"]?["amount"] else {
            Issue.record("no amount")
            return
        }
        #expect(Decimal(string: total) == sum)
        let head =
            desk.run("queue", "--tier", "A", "--format", "table", "--width", "200").output
            .split(separator: "\n").first ?? ""
        #expect(
            head.hasPrefix("\(ofTierA.count) of \(all.count) open, USD ") && head.hasSuffix("; only tier A"), "\(head)")
        #expect(try JSON(reading: desk.run("queue", "--format", "json").output)["matching"] == .null)
    }

    @Test func aFilteredQueueSaysOfItsOwnRowsAloneThatTheyArePutOff() throws {
        let desk = try Desk.rotated()
        let all = try items(desk.run("queue", "--lane", "active", "-n", "1000", "--format", "json"))
        guard case .text(let id) = all.first(where: { $0["workflow"] == "suppressions" })?["id"] else {
            Issue.record("no suppression is open")
            return
        }
        #expect(desk.run("snooze", id, "--until", "2026-12-01", "--reason", "supplier").exit == .done)
        func foot(_ flags: String...) -> String {
            desk.run(["queue", "--format", "table", "--width", "200"] + flags).output
        }
        #expect(foot("--workflow", "suppressions").contains("1 snoozed, left out"))
        #expect(foot("--workflow", "suppressions").contains("flywheel queue --state snoozed --workflow suppressions"))
        #expect(desk.run("queue", "--state", "snoozed", "--workflow", "suppressions").output.contains("\t\(id)\t"))
        #expect(!foot("--workflow", "inventory").contains("snoozed"))
        #expect(!foot("--lane", "predicted").contains("snoozed"))
        #expect(foot().contains("1 snoozed, counted above"))
    }

    @Test func anOrderIsOfAllRowsAndKeepsTheirRanks() throws {
        let desk = try Desk.rotated()
        for (order, key) in [("act-by", "actBy"), ("oldest", "began")] {
            let run = desk.run("queue", "--lane", "active", "--order", order, "-n", "1000", "--format", "json")
            let values = try items(run).compactMap { item -> String? in
                if case .text(let text) = item[key] ?? item["detected"] { text } else { nil }
            }
            #expect(values.count > 3 && values == values.sorted(), "\(order)")
        }
        let saved = desk.run("queue", "--order", "avoidable", "-n", "1", "--tier", "A", "--format", "table")
        #expect(
            saved.output.contains("more") && saved.output.contains("flywheel queue --tier A --order avoidable --limit"))
        #expect(desk.run("queue", "--order", "oldest", "-n", "1").errors.contains("more: raise --limit"))
        let cut = desk.run("queue", "--order", "oldest", "-n", "1", "--format", "json").output
        #expect(cut.contains("\"left\":") && !cut.contains("\"left\":0"))
        #expect(desk.run("queue", "--order", "oldest", "--cursor", "3").exit == .usage)
    }

    @Test func whatIsNewDueAndUnclaimedCanBeAskedFor() throws {
        let desk = try Desk.rotated()
        let all = try items(desk.run("queue", "-n", "1000", "--format", "json"))
        #expect(try items(desk.run("queue", "--since", "R1", "--format", "json")).isEmpty)
        #expect(desk.run("queue", "--since", "X1").exit == .usage)

        // The store's zone is UTC, where the day ends at midnight.
        let due = all.filter { item in
            guard case .text(let text) = item["actBy"] else { return false }
            return text < "2026-11-21T00:00:00Z"
        }
        let today = try items(desk.run("queue", "-n", "1000", "--act-by", "today", "--format", "json"))
        #expect(today.map { $0["id"] } == due.map { $0["id"] })
        let day = try items(desk.run("queue", "-n", "1000", "--act-by", "2026-11-20", "--format", "json"))
        #expect(day.count <= today.count)
        // Nothing is late at the first look but what was past its deadline by then.
        let late = try items(desk.run("queue", "-n", "1000", "--act-by", "now", "--format", "json"))
        #expect(late.map { $0["id"] } == due.filter { $0["actBy"] == $0["detected"] }.map { $0["id"] } && !late.isEmpty)
        #expect(desk.run("queue", "--act-by", "soon").exit == .usage)

        guard case .text(let first) = all[0]["id"] else { return }
        #expect(desk.run("claim", first).exit == .done)
        let free = try items(desk.run("queue", "-n", "1000", "--unclaimed", "--format", "json"))
        #expect(free.count == all.count - 1 && !free.contains { $0["id"] == .text(first) })
        let page = desk.run("queue", "-n", "1", "--unclaimed", "--format", "table", "--width", "200").output
        #expect(
            page.contains("; only unclaimed\n") && page.contains("--unclaimed --cursor "), "\(page)")
    }

    @Test func whatIsSaidOfFilesIsRefusedWithoutAny() throws {
        let desk = try Desk.rotated()
        let run = desk.run("queue", "--currency", "USD", "--decimal", "comma")
        #expect(run.exit == .usage && run.output.isEmpty)
        #expect(run.errors.contains("--currency USD --decimal comma says what the files of --from leave out"))
    }

    @Test func asciiAndVerboseDoAsTheySay() throws {
        let desk = try Desk.rotated()
        let narrow = desk.run("queue", "--format", "table", "--width", "60", "--ascii").output
        #expect(narrow.contains("...") && narrow.utf8.allSatisfy { $0 < 0x80 })
        let verbose = desk.run("queue", "-v")
        #expect(verbose.errors.contains("store: \(desk.folder)/store.flywheel, $FLYWHEEL_STORE\n"))
        #expect(verbose.errors.contains("took: 0.000 s\n"))
        #expect(verbose.output == desk.run("queue").output)
    }

    @Test func whatCameInLaterIsNotLookedAt() throws {
        let desk = try Desk()
        let listing = ["seller-sku\tprice\tquantity", "A\t1.00\t1"]
        let early = Scene.asOf.advanced(bySeconds: -7_200)
        _ = desk.run("import", "-", "--marketplace", "US", "--at", "2026-11-19", input: listing, clock: early)
        _ = desk.run("import", "-", "--marketplace", "DE", "--at", "2026-11-19", input: listing + ["B\t2.00\t1"])
        let missing = "\tlistings missing (default, DE)"
        #expect(desk.run("rotate", "--known-at", early.description).output.contains(missing))
        #expect(!desk.run("rotate").output.contains(missing))
    }

    @Test func shellsAreTaughtOnATerminalAndServedElsewhere() throws {
        let desk = try Desk()
        for shell in Shell.allCases {
            let taught = desk.run("completions", shell.rawValue, isTerminal: true)
            #expect(taught.output.contains("flywheel completions \(shell.rawValue) > \(shell.place)"))
            #expect(desk.run("completions", shell.rawValue).output == shell.script + "\n")
            #expect(shell.script.contains("flywheel"))
        }
        #expect(desk.run("completions", "tcsh").exit == .usage)
    }
}
