import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelHost
@testable import flywheel

@Suite struct ImportAnswerTests {
    private static func record(
        _ id: Int64, _ name: String, kept: Int, rejected: Int = 0, suspicion: String? = nil
    ) -> ImportRecord {
        var summary = ImportSummary()
        summary.kept = kept
        summary.rejected = rejected
        summary.suspicion = suspicion
        return ImportRecord(
            id: ImportID(id),
            draft: ImportDraft(
                fileName: name, digest: "00", format: "Amazon listings", feed: "catalog/1", subject: .listing,
                account: "northwind", marketplace: "ATVPDKIKX0DER", effectiveAt: Scene.asOf, receivedAt: Scene.asOf),
            summary: summary, state: suspicion == nil ? .kept : .quarantined, actor: Actor(.person, "mia"))
    }

    private static let kept = ImportReport(
        path: "in/listings-us.txt", result: .kept(record(31, "listings-us.txt", kept: 2_914)), rejects: [], origins: [])
    private static let rejected = ImportReport(
        path: "in/fba.txt", result: .kept(record(33, "fba.txt", kept: 2_871, rejected: 2)),
        rejects: [
            Reject(
                line: 1_842, column: 7, heading: "price", code: "amount-format", reason: "found \"12,50\u{1B}\"",
                excerpt: "12,50\u{1B}"),
            Reject(line: 1_900, column: 0, heading: "", code: "too-few-cells", reason: "found 3 cells"),
        ], origins: [])
    private static let quarantined = ImportReport(
        path: "in/plan.txt",
        result: .quarantined(
            record(35, "plan.txt", kept: 412, suspicion: "412 rows, the last one (I24) had 2871: 85% fewer")),
        rejects: [], origins: ["marketplace default, assumed", "currency USD, from the marketplace"])
    private static let same = ImportReport(path: "in/again.txt", result: .same(ImportID(31)), rejects: [], origins: [])
    private static let notes = ImportReport(
        path: "in/notes.xlsx", result: .leftAlone(why: "expected text, found a spreadsheet", code: "unreadable"),
        rejects: [],
        origins: [])

    @Test func everyFileIsAccountedFor() {
        let answer = ImportAnswer(reports: [Self.kept, Self.rejected, Self.quarantined, Self.same, Self.notes])
        #expect(
            answer.text(on: Scene.page()).joined(separator: "\n") == """
                I31  listings-us.txt  Amazon listings, US   2,914 rows  kept
                I33  fba.txt          Amazon listings, US   2,871 rows  2 rejected
                I35  plan.txt         Amazon listings, US     412 rows  quarantined
                -    again.txt        same contents as I31              nothing to do
                -    notes.xlsx       not a file of facts               left alone

                5,785 rows kept, 2 rejected, 412 quarantined, 1 file left alone
                Quarantine  I35: 412 rows, the last one (I24) had 2871: 85% fewer
                            look: flywheel imports show I35    keep: flywheel imports accept I35
                Rejected    2 rows of 1 file                   flywheel imports rejects I33
                  fba.txt:1842:7  column "price"  found "12,50\\u{1B}"
                  fba.txt:1900  found 3 cells
                  for decimal commas: flywheel import --decimal comma FILES
                Left alone  notes.xlsx: expected text, found a spreadsheet
                Same        to read one another way, first    flywheel imports discard I31 --yes
                Unplaced    1 file of no known marketplace    flywheel imports discard I35 --yes
                            discard, and say of which     flywheel import --marketplace US FILES
                Taken from  marketplace default, assumed
                            currency USD, from the marketplace
                Next: flywheel imports show I35
                """)
    }

    @Test func casesThatNothingPlacesAreImportedAgainAndNotDiscarded() {
        var tickets = ImportReport(
            path: "in/tickets.csv", result: .kept(Self.record(36, "tickets.csv", kept: 4)), rejects: [],
            origins: ["marketplace default, assumed"])
        tickets.mayBeDiscarded = false
        let alone = ImportAnswer(reports: [tickets]).text(on: Scene.page())
        #expect(alone.contains { $0.hasSuffix("flywheel import --marketplace US FILES") })
        #expect(!alone.contains { $0.contains("discard") })
        let both = ImportAnswer(reports: [tickets, Self.quarantined]).text(on: Scene.page())
        #expect(both.contains { $0.hasSuffix("flywheel imports discard I35 --yes") })
    }

    @Test func whatIsDoubtfulIsSaidOfItsFilesHoweverManyThereAre() {
        let order = "no row tells whether the month comes first in \"day\": taken as month first"
        let reports = (1...9).map { number in
            let doubts = number > 6 ? [order] : []
            var record = Self.record(Int64(number), "\(number).csv", kept: 1)
            record.summary.doubts = doubts
            return ImportReport(
                path: "in/\(number).csv", result: .kept(record), rejects: [],
                origins: ["true at \(number), from the file's time"] + doubts)
        }
        let lines = ImportAnswer(reports: reports).text(on: Scene.page())
        #expect(lines.contains { $0.hasPrefix("Doubtful    7.csv and 2 others: no row tells whether the month") })
        #expect(lines.count { $0.contains("month first") } == 1 && lines.contains("            and 3 more"))
    }

    /// Behind where nine files come from it would be folded away.
    @Test func whatNothingReadsIsSaidOfItsFilesHoweverManyThereAre() {
        let unread = "not used: 2 of ORDER_CHANGE"
        let reports = (1...9).map { number in
            let name = "\(number).json"
            let said = number > 7 ? [unread] : []
            return ImportReport(
                path: name, result: .kept(Self.record(Int64(number), name, kept: 1)), rejects: [],
                origins: ["true at \(number), from rows"] + said, unused: said)
        }
        let answer = ImportAnswer(reports: reports)
        let lines = answer.text(on: Scene.page())
        #expect(lines.contains("Unread      8.json and 1 other: \(unread)"))
        #expect(lines.count { $0.contains("ORDER_CHANGE") } == 1 && lines.contains("            and 3 more"))
        #expect(answer.remarks == ["8.json and 1 other: \(unread)"])
    }

    @Test func whatIsDoubtfulStaysWithItsImport() {
        var record = Self.record(31, "rates.csv", kept: 1)
        let doubt = "every amount has three digits after its point: read as decimals"
        record.summary.doubts = [doubt]
        let answer = RejectsAnswer(imports: [(record, [])], showsImports: true)
        #expect(answer.text(on: Scene.page()).contains("Doubtful  " + doubt))
        #expect(record.json["doubts"] == .array([.text(doubt)]))
    }

    @Test func theExitSaysWhetherSomethingWaits() {
        #expect(ImportAnswer(reports: [Self.kept, Self.same]).exit == .done)
        #expect(ImportAnswer(reports: [Self.kept, Self.rejected]).exit == .waits)
        #expect(ImportAnswer(reports: [Self.quarantined, Self.notes]).exit == .waits)
        #expect(ImportAnswer(reports: [Self.kept, Self.notes]).exit == .partly)
        #expect(ImportAnswer(reports: [Self.notes]).exit == .failed)
    }

    @Test func jsonSaysWhatBecameOfEachFile() {
        let line = ImportAnswer(reports: [Self.quarantined, Self.same]).json.line
        #expect(
            line.hasPrefix(
                #"{"schema":"flywheel.import/1","files":[{"file":"in/plan.txt","result":"quarantined","id":"I35""#))
        #expect(line.hasSuffix(#""rowsKept":0,"rowsRejected":0,"rowsQuarantined":412}"#))
    }
}
