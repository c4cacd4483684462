import Foundation
import Testing

@testable import flywheel

/// How many rows the queue says there are: as many as come. What stands beneath a burst is none of them.
@Suite struct QueueCountTests {
    private func ids(_ desk: Desk, _ flags: String...) -> [Substring] {
        desk.run(["queue", "--lane", "active", "-n", "1000"] + flags).output.split(separator: "\n").compactMap {
            $0.split(separator: "\t").dropFirst().first
        }
    }

    @Test(arguments: [[], ["--tier", "A"], ["--all"]]) func moreIsWhatStillComes(flags: [String]) throws {
        let desk = try Desk.withBurst()
        let all = desk.run(["queue", "--lane", "active", "-n", "1000"] + flags).output.split(separator: "\n").count
        #expect(all > 4)
        let first = desk.run(["queue", "-n", "2", "--format", "table", "--width", "200"] + flags).output
        #expect(first.contains("\n\(all - 2) more  "), "\(all): \(first)")
        let cursor = try #require(first.firstMatch(of: #/--cursor ([0-9]+)/#)).1
        let second = desk.run(
            ["queue", "-n", "1", "--cursor", String(cursor), "--format", "table", "--width", "200"] + flags
        ).output
        #expect(second.contains("\n\(all - 3) more  "), "\(second)")
    }

    @Test func pagesSayWhichRowsTheyShowAndLeadBothWays() throws {
        let desk = try Desk.withBurst()
        let door = try PageDoor(desk)
        let all = ids(desk)
        #expect(all.count < ids(desk, "--all").count)
        func shown(_ page: String) -> [String] {
            page.matches(of: #/data-row="(X[0-9]+)"/#).map { String($0.1) }
        }
        func link(_ relation: String, _ page: String) -> String? {
            page.matches(of: #/<a href="([^"]+)" rel="([a-z]+)">/#).first { $0.2 == relation }.map {
                String($0.1).replacing("&amp;", with: "&")
            }
        }
        var page = door.get("/queue?limit=3").text
        #expect(page.contains("Active: 1 to 3 of \(all.count)") && link("prev", page) == nil)
        var pages = [page]
        while let next = link("next", page) {
            page = door.get(next).text
            pages.append(page)
        }
        #expect(pages.count == (all.count + 2) / 3)
        #expect(pages[1].contains("Active: 4 to 6 of \(all.count)"))
        for (earlier, later) in zip(pages, pages.dropFirst()) {
            let back = door.get(try #require(link("prev", later))).text
            #expect(!shown(back).isEmpty && shown(back) == shown(earlier))
        }
    }

    @Test func rowsThatStandForSeveralAreNoProblemsOfTheirOwn() throws {
        let desk = try Desk.withBurst()
        let all = desk.run("queue", "-n", "1000", "--all", "--format", "json").output
        let json = try JSON(reading: all)
        guard case .array(let items) = json["items"] else {
            Issue.record("no queue")
            return
        }
        #expect(json["groupCount"] == .count(1))
        let text = desk.run("queue", "--format", "table").output
        #expect(text.hasPrefix("\(items.count) open, "))
        #expect(text.contains("\n\(items.count - 1) problems, and 1 row that stands for several of them\n"), "\(text)")
        #expect(desk.run("close", "X1", "--cause", "policy").exit == .done)
        #expect(!desk.run("queue", "--format", "table").output.contains("problems, and"), "until the next rotation")
    }

    @Test func whatIsUnpricedBeneathABurstIsSaid() throws {
        let desk = try Desk.withBurst(withoutPrice: 2)
        let text = desk.run("queue", "--format", "table").output
        #expect(text.contains("\n2 unpriced\n  2: the price is not known\n"), "\(text)")
        #expect(text.contains("\n  2 of them beneath another row, not in its sum\n"), "\(text)")
        let burst = try #require(text.firstMatch(of: #/(X[0-9]+) .*burst of 24/#)).1
        let shown = desk.run("show", String(burst), "--format", "table").output
        #expect(shown.contains("Stands for 24 exceptions of one cause, each counted once; 2 of them unpriced"))
    }

    @Test func aQueueOfALaterMomentSaysSo() throws {
        let desk = try Desk.withBurst()
        let early = desk.run("queue", "--as-of", "2026-11-10T00:00:00Z")
        #expect(early.exit == .done && early.errors.contains("later than 2026-11-10T00:00:00Z"), "\(early.errors)")
        #expect(desk.run("queue").errors.contains("later than") == false)
    }

    @Test func theMorningNamesNoRowTwice() throws {
        let desk = try Desk.withBurst()
        guard case .array(let lines) = try JSON(reading: desk.run("morning", "--format", "json").output)["items"],
            case .array(let named) = lines.first(where: { $0["topic"] == "queue" })?["ids"]
        else {
            Issue.record("no queue in the morning")
            return
        }
        let first = desk.run("queue", "-n", "5").output.split(separator: "\n").map {
            JSON.text(String($0.split(separator: "\t")[1]))
        }
        #expect(named == first)
        let step = try #require(
            try PageDoor(desk).get("/today/morning").text.firstMatch(
                of: #/<caption id="step-queue">.*?<\/table>/#.dotMatchesNewlines()))
        let shown = step.output.matches(of: #/data-row="(X[0-9]+)"/#).map { JSON.text(String($0.1)) }
        #expect(shown == first && step.output.contains("tands for 24 exceptions"))
    }
}
