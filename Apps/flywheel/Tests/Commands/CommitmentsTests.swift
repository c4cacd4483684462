import FlywheelKit
import Foundation
import Testing

@testable import flywheel

@Suite struct CommitmentsTests {
    static let settings = """
        commitments:
          public: true
          components:
            - {id: orders, name: Order import, since: 2026-10-01}
            - {id: labels, name: Labels}
          levels:
            - {id: answers, title: We answer within a day, clock: first-response, target: 0.9, least: 3}
            - {id: up, title: Orders come in, component: orders, target: 0.995, window: rolling-28-days}
        cases:
          promises:
            - {id: all, firstResponse: 8, resolution: 40}

        """

    private func desk() throws -> Desk {
        let desk = try Desk.withCases(Self.settings)
        return desk
    }

    private func open(_ desk: Desk, _ arguments: String..., clock: Instant = Scene.asOf) -> Desk.Outcome {
        desk.run(
            ["incidents", "open", "Orders are late", "--text", "We look.", "--component", "orders"] + arguments,
            clock: clock)
    }

    @Test func anIncidentWithoutAnUpdateInTimeIsUpdateOverdue() throws {
        let desk = try desk()
        #expect(open(desk, "--next", "2026-11-20T17:05:00Z").exit == .done)
        let hour = Scene.asOf.advanced(bySeconds: 3_600)
        #expect(desk.run("incidents", "--format", "table", clock: hour).output.contains("open "))
        let late = hour.advanced(bySeconds: 1)
        for command in [["incidents"], ["incidents", "show", "B1"], ["commitments"]] {
            let run = desk.run(command + ["--format", "table"], clock: late)
            #expect(run.output.contains("update overdue"), "\(command) \(run.output)")
        }
        #expect(desk.run("commitments", "--format", "json", clock: late).output.contains(#""state":"overdue""#))
    }

    @Test func theOwnerIsToldByTheJournalAndTheMorning() throws {
        let desk = try Desk.rotated()
        _ = try desk.write(Self.settings, to: "flywheel.yaml")
        #expect(!desk.run("morning", "--format", "table").output.contains("In public"))
        #expect(open(desk, "--owner", "ben").exit == .done)
        let day = Scene.asOf.advanced(byDays: 1)
        let morning = desk.run("morning", "--format", "table", "--as", "ben", clock: day)
        #expect(morning.output.contains("B1 update overdue, yours"), "\(morning.output) \(morning.errors)")
        #expect(desk.run("morning", "--format", "table", clock: day).output.contains("B1 update overdue, with ben"))
        #expect(desk.run("rotate", clock: day).exit == .done)
        let journal = desk.run("export", "journal", clock: day).output
        #expect(journal.contains("B1") && journal.contains("overdue") && !journal.contains("Orders are late"))
    }

    @Test func saidThingsAreShownInTheirOrder() throws {
        let desk = try desk()
        _ = open(desk)
        #expect(desk.run("incidents", "update", "B1", "--text", "It gets worse.", "--severity", "major").exit == .done)
        #expect(desk.run("commitments", "--format", "json").output.contains(#""standing":"major""#))
        #expect(desk.run("incidents", "resolve", "1", "--text", "Over.").exit == .done)
        let shown = desk.run("incidents", "show", "B1", "--format", "table").output
        let places = ["We look.", "It gets worse.", "Over."].compactMap { shown.range(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted(), "\(shown)")
        #expect(desk.run("incidents").output.isEmpty)
        #expect(desk.run("incidents", "list", "--all").output.hasPrefix("B1\t"))
        let again = desk.run("incidents", "update", "B1", "--text", "More.")
        #expect(again.exit == .refused && again.errors.contains("error[said-last]"), "\(again.errors)")
    }

    @Test func maintenanceIsAnnouncedAndDone() throws {
        let desk = try desk()
        let announced = desk.run(
            "maintenance", "announce", "Disks", "--text", "New disks.", "--component", "labels", "--from",
            "2026-11-21T06:00:00Z", "--until", "2026-11-21T07:00:00Z")
        #expect(announced.exit == .done, "\(announced.errors)")
        let six = try #require(Instant("2026-11-21T06:00:00Z"))
        #expect(desk.run("maintenance", clock: six.advanced(bySeconds: 60)).output.contains("\tlate\t"))
        #expect(desk.run("maintenance", "begin", "G1", clock: six).exit == .done)
        #expect(desk.run("commitments", "--format", "json", clock: six).output.contains(#""standing":"maintenance""#))
        #expect(desk.run("maintenance", "complete", "G1", clock: six.advanced(bySeconds: 60)).exit == .done)
        let cancelled = desk.run("maintenance", "cancel", "G1", "--text", "No.", clock: six.advanced(bySeconds: 61))
        #expect(cancelled.exit == .refused && cancelled.errors.contains("is done"))
    }

    @Test(arguments: [
        ("Write to jo7@mail.example.", "an e-mail address at character 10"),
        ("See C1.", "the id of an exception or a case"),
        ("We called Jo 7.", "names somebody who wrote to the desk at character 11"),
        ("It is about northwind.", "names an account at character 13"),
    ])
    func whatIsNotForEverybodyIsRefused(text: String, expected: String) throws {
        let desk = try desk()
        let run = desk.run("incidents", "open", "Late", "--text", text, "--component", "orders")
        #expect(run.exit == .refused && run.errors.contains("error[public-text]"), "\(run.errors)")
        #expect(run.errors.replacing("\n", with: " ").contains(expected), "\(run.errors)")
        #expect(desk.run("incidents", "list", "--all").output.isEmpty)
    }

    @Test func wrongFlagsAreRefusedWithWhatWasExpected() throws {
        let desk = try desk()
        let unknown = desk.run("incidents", "open", "A", "--text", "B", "--component", "order")
        #expect(unknown.exit == .refused && unknown.errors.contains("expected orders, labels"), "\(unknown.errors)")
        #expect(open(desk, "--severity", "bad").errors.contains("expected degraded, partial, major"))
        #expect(open(desk, "--next", "2026-11-20T16:00:00Z").errors.contains("error[next-update]"))
        #expect(open(desk, "--began", "2026-11-01").errors.contains("error[began]"))
        #expect(desk.run("incidents", "show", "B9").exit == .unknown)
        #expect(desk.run("maintenance", "show", "G9").exit == .unknown)
    }

    @Test func whatMeansNothingInTheFileIsRefusedWithItsLine() throws {
        let desk = try desk()
        _ = try desk.write("currency: USD\ncommitments:\n  publik: true\n", to: "flywheel.yaml")
        let run = desk.run("commitments")
        #expect(run.exit == .failed && run.errors.contains("commitments.publik"), "\(run.errors)")
        #expect(run.errors.contains("flywheel.yaml:3:3") && run.errors.contains("did you mean \"public\"?"))
    }

    @Test func everyLineFitsIntoEightyCells() throws {
        let desk = try desk()
        _ = open(desk, "--owner", "somebody-with-a-rather-long-name-that-nobody-has")
        for command in [["incidents"], ["incidents", "show", "B1"], ["maintenance"], ["commitments"]] {
            for line in desk.run(command + ["--format", "table", "--width", "80"]).output.split(separator: "\n") {
                #expect(line.count <= 80, "\(line)")
            }
        }
    }

    @Test func withoutTheSectionNothingIsPromised() throws {
        let desk = try Desk.withCases()
        #expect(desk.run("commitments", "--format", "table").output.contains("Nothing is promised"))
    }
}
