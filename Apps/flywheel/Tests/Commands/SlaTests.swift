import FlywheelKit
import Testing

@testable import flywheel

@Suite struct SlaTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        // Friday 20 November 2026, 16:05: two hours and five minutes after the second ticket.
        let tickets = try desk.write(
            """
            ticket,subject,status,created,updated,requester,side
            1,Where is it?,open,2026-11-16T09:00:00Z,2026-11-16T09:00:00Z,jo@mail.example,buyer
            2,Payout,open,2026-11-20T14:00:00Z,2026-11-20T14:00:00Z,ann@shop.example,seller
            3,Thanks,closed,2026-11-20T09:00:00Z,2026-11-20T09:30:00Z,bo@mail.example,buyer

            """, to: "tickets.csv")
        let taken = desk.run("import", tickets, "--account", "north")
        guard taken.exit == .done else { throw Diagnostic("test", taken.errors, exit: .failed) }
        return desk
    }

    private static let promises = """
        cases:
          promises:
            - {id: sellers, when: {side: seller}, firstResponse: 4}
            - {id: rest, firstResponse: 8, resolution: 40}

        """

    @Test func withoutPromisesItSaysSo() throws {
        let desk = try desk()
        #expect(desk.run("sla", "preview", "--format", "table").output.contains("promises nothing"))
        #expect(desk.run("sla", "--format", "table").output.contains("No promise was made for any case"))
    }

    @Test func thePreviewSaysWhatSavingDoesAndSavingItAgainDoesNothing() throws {
        let desk = try desk()
        _ = try desk.write(Self.promises, to: "flywheel.yaml")
        let preview = desk.run("sla", "preview")
        #expect(preview.exit == .done, "\(preview.errors)")
        let rows = preview.output.split(separator: "\n").map { row in
            row.split(separator: "\t", omittingEmptySubsequences: false).suffix(3).joined(separator: " ")
        }
        #expect(rows == ["1 1 0", "1 1 1"], "\(preview.output)")
        let saved = desk.run("sla", "save", "--format", "table")
        #expect(saved.exit == .done && saved.output.contains("2 cases got another promise"), "\(saved.output)")
        #expect(saved.output.contains("1 over, which keep what they had"))
        let again = desk.run("sla", "save", "--format", "table")
        #expect(again.output.contains("0 cases got another promise"))
        let table = desk.run("sla", "--format", "table").output
        #expect(table.contains("OVERDUE") && table.contains("first response"), "\(table)")
        let kept = desk.run("sla", "--format", "csv").output
        #expect(kept.contains("rest,first-response,0,0,1,0,"), "\(kept)")
        #expect(kept.contains("sellers,first-response,0,0,0,1,"), "\(kept)")
        #expect(desk.run("export", "journal", "--format", "json").output.contains("promised"))
    }

    @Test func aWrongPromiseIsRefusedWithItsPlace() throws {
        let desk = try desk()
        _ = try desk.write("cases: {promises: [{id: a, resolutions: 4}]}\n", to: "flywheel.yaml")
        let run = desk.run("sla", "preview")
        #expect(run.exit == .failed && run.errors.contains("cases.promises.resolutions"), "\(run.errors)")
        #expect(run.errors.contains("did you mean \"resolution\"?"))
    }

    @Test func everyLineFitsIntoEightyCells() throws {
        let desk = try desk()
        _ = try desk.write(Self.promises, to: "flywheel.yaml")
        for command in [["sla"], ["sla", "preview"], ["sla", "save"]] {
            for line in desk.run(command + ["--format", "table", "--width", "80"]).output.split(separator: "\n") {
                #expect(line.count <= 80, "\(line)")
            }
        }
    }
}
