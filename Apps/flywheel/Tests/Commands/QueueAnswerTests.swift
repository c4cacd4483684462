import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime
@testable import flywheel

@Suite struct QueueAnswerTests {
    private func answer(
        withheld: [String] = [], filter: QueueFilter = QueueFilter(),
        extent: QueueAnswer.Extent? = .init(count: ListCount(value: 142), before: 0)
    ) throws -> QueueAnswer {
        let suppressed = Scene.item(
            Scene.exception(1_042, Scene.fingerprint("listing-suppressed", "HB-204-BLK"), due: "2026-11-21T01:00:00Z"),
            Scene.terms(atRisk: 515_840), position: 1, name: "listing not buyable: brand",
            blocks: [ExceptionID(1_043), ExceptionID(1_044)])
        var notFixed = Scene.exception(
            871, Scene.fingerprint("search-suppressed", "KN-12"), state: .notFixed, due: "2026-11-19T10:00:00Z")
        notFixed.claimedBy = "ben"
        let second = Scene.item(
            notFixed, Scene.terms(atRisk: 165_500, evidence: .low), position: 2,
            name: "hidden from search: 東京の画像\u{1B}[2J", tier: nil)
        let predicted = Scene.item(
            Scene.exception(
                1_101, Scene.fingerprint("stock-out", "GL-20"), state: .predicted, due: "2026-11-23T20:00:00Z"),
            Scene.terms(atRisk: 190_400, probability: 0.7), lane: .predicted, position: 1, name: "stock-out")
        let unpriced = Scene.item(
            Scene.exception(9, Scene.fingerprint("stock-out", "EU-1"), due: "2026-11-23T20:00:00Z"),
            Scene.terms(atRisk: nil, unpriced: "no EUR to USD rate"), lane: .unpriced, position: 1, name: "stock-out")
        return QueueAnswer(
            rotation: Scene.rotation, summary: try Scene.summary(withheld: withheld), now: Scene.asOf,
            open: [.active: 196, .predicted: 2, .unpriced: 3], freshFeeds: 4, filter: filter,
            sections: [
                .init(lane: .actNow, items: [], cursor: nil),
                .init(
                    lane: .active, items: [suppressed, second],
                    cursor: QueueCursor(lane: .active, position: 2, in: Scene.rotation.id), extent: extent),
                .init(lane: .predicted, items: [predicted], cursor: nil),
                .init(lane: .unpriced, items: [unpriced], cursor: nil),
            ])
    }

    @Test func eightyColumnsHoldTheQueue() throws {
        let text = try answer(withheld: ["planning stale, 31 days old"]).text(on: Scene.page()).joined(separator: "\n")
        #expect(
            text == """
                201 open, USD 48,310.00 at risk in 30 days, each listing counted once
                R212, as of Fri 20 Nov 2026 08:05 Los Angeles
                stale  Inventory opens and closes nothing there (planning stale, 31 days old)

                #  ID     AT RISK USD  ACT BY    STATE      WHAT                      LISTING
                1  X1042     5,158.40  17:00     active     listing not buyable: br…  HB-204-BLK
                2  X871     ~1,655.00  late 1 d  not fixed  hidden from search: 東…   KN-12
                140 more                                       flywheel queue --cursor 2@R212

                PREDICTED, probability x loss
                 #  ID     AT RISK USD  ACT BY  CHANCE  WHAT       LISTING
                P1  X1101     1,904.00  Mon 23  70%     stock-out  GL-20

                3 unpriced                                     flywheel queue --unpriced
                  2: no EUR to USD rate
                  1: no price
                ~ low evidence
                +2 so many more exceptions on the listing wait for this one
                Next: flywheel show X1042
                """)
    }

    @Test func whatIsNotCountedToTheEndIsSaidToBeMore() throws {
        func more(_ extent: QueueAnswer.Extent?) throws -> String? {
            try answer(extent: extent).text(on: Scene.page()).first { $0.hasSuffix("--cursor 2@R212") }
        }
        let many = ListCount(value: 10_000, isExact: false)
        #expect(try more(.init(count: many, before: 0))?.hasPrefix("at least 9,998 more  ") == true)
        #expect(try more(.init(count: many, before: nil))?.hasPrefix("more  ") == true)
    }

    @Test func theFootOfAFilteredQueueCountsWhatTheFilterLeaves() throws {
        var answer = try answer(filter: QueueFilter(workflow: "inventory"))
        answer.matching = QueueAnswer.Matching(lanes: [.active: 2, .predicted: 1], atRisk: 5)
        #expect(!answer.text(on: Scene.page()).contains { $0.contains("unpriced") || $0.contains(": no price") })
        answer.matching?.lanes[.unpriced] = 1
        let text = answer.text(on: Scene.page())
        #expect(text[0].hasPrefix("4 of 201 open") && !text.contains { $0.contains(": no price") })
        #expect(text.contains { $0.hasPrefix("1 unpriced  ") && $0.hasSuffix("--workflow inventory --unpriced") })
    }

    @Test func whatDocumentsStateIsOfWhatTheFilterLeaves() throws {
        var answer = try answer(filter: QueueFilter(workflow: "inventory"))
        answer.matching = QueueAnswer.Matching(lanes: [.active: 2], atRisk: 5, stated: 1_234)
        #expect(answer.text(on: Scene.page()).contains("USD 12.34 of 0.00 more is stated by documents"))
        answer.matching?.stated = 0
        #expect(!answer.text(on: Scene.page()).contains { $0.contains("stated by documents") })
    }

    @Test func aQueueWithoutAnyAmountSaysSoAndNotZero() throws {
        var summary = try Scene.summary()
        summary.atRisk = 0
        let answer = QueueAnswer(
            rotation: Scene.rotation, summary: summary, now: Scene.asOf, open: [.unpriced: 2], freshFeeds: 4,
            filter: QueueFilter(),
            sections: [])
        let text = answer.text(on: Scene.page())
        #expect(text.first == "2 open, none of them priced")
    }

    @Test(arguments: [20, 40, 59, 60, 79, 80, 100, 119, 120, 140, 200])
    func noAmountIdDateOrStateIsEverCut(_ width: Int) throws {
        let text = try answer().text(on: Scene.page(width)).joined(separator: "\n")
        for whole in ["X1042", "5,158.40", "~1,655.00", "late 1 d", "not fixed", "1,904.00", "17:00"] {
            #expect(text.contains(whole), "\(whole)")
        }
        #expect(!text.contains("\u{1B}"))
    }

    @Test(arguments: [80, 100, 120, 160])
    func linesFitThePage(_ width: Int) throws {
        for line in try answer().text(on: Scene.page(width)) { #expect(line.cells <= width, "\(line)") }
    }

    @Test func widePagesShowMoreColumns() throws {
        let text = try answer().text(on: Scene.page(150)).joined(separator: "\n")
        for heading in ["80% BETWEEN", "A DAY", "OWNER", "TIER", "MARKET"] { #expect(text.contains(heading)) }
        #expect(text.contains("3,440 to 7,220"))
    }

    @Test func narrowPagesShowRecords() throws {
        let lines = try answer().text(on: Scene.page(59))
        #expect(lines.contains("1  X1042  USD 5,158.40  active"))
        #expect(lines.contains("   HB-204-BLK  US  act by 17:00"))
    }

    @Test func onlyColoursDependOnTheTerminal() throws {
        let plain = try answer().text(on: Scene.page())
        let coloured = try answer().text(on: Scene.page(80, colours: true))
        #expect(coloured != plain)
        #expect(coloured.map { $0.replacing(#/\u{1B}\[[0-9]+m/#, with: "") } == plain)
    }

    @Test func pipesGetTheWholeOfEachRow() throws {
        let lines = OutputFormat.tabs.text(of: try answer(), on: Scene.page()).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(
            lines[0].hasPrefix(
                "1\tX1042\t5158.40\tUSD\t2026-11-21T01:00:00Z\tactive\tlisting not buyable: brand +2\tHB-204-BLK\tactive\t"
            ))
        #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 39 })
    }

    @Test func jsonHasTheDocumentedKeysInOrder() throws {
        let line = try answer(withheld: ["planning missing"], filter: QueueFilter(tier: .a)).json.line
        let head = #"""
            {"schema":"flywheel.queue/1","asOf":"2026-11-20T16:05:00Z","rotation":"R212","currency":"USD",\#
            "horizonDays":30,"order":"atRisk","filters":{"workflow":null,"tier":"A","owner":null,"lane":null,\#
            "state":null,"parent":null,"all":false,"since":null,"actBy":null,"unclaimed":false,\#
            "account":null,"marketplace":null},\#
            "openCount":{"value":201,"relation":"exact"},"atRisk":{"amount":"48310.00","currency":"USD"},
            """#
        #expect(line.hasPrefix(head))
        let item = #"""
            {"id":"X1042","rank":1,"state":"active","qualifiers":[],"workflow":"suppressions",\#
            "kind":"listing-suppressed","listing":{"account":"northwind","marketplace":"ATVPDKIKX0DER",\#
            "sku":"HB-204-BLK"},"atRisk":{"amount":"5158.40","currency":"USD"},\#
            "interval":{"p10":"3438.93","p90":"7221.76"},"fixAlone":{"amount":"2579.20","currency":"USD"},\#
            "evidence":"medium","probability":1,"actBy":"2026-11-21T01:00:00Z","owner":null,"blockedBy":[],\#
            "blocks":["X1043","X1044"],"unpriced":null,
            """#
        #expect(line.contains(item))
        #expect(line.contains(#""qualifiers":["stale","unpriced"]"#))
        #expect(line.contains(#""atRisk":{"amount":null,"currency":"USD"}"#))
        #expect(line.hasSuffix(#""nextCursor":"2@R212","matching":null,"snoozedCount":0,"left":0,"groupCount":null}"#))
    }

    @Test func whereToGoOnAsksForTheSameAgain() throws {
        var filter = QueueFilter(workflow: "inventory", tier: .a, owner: "mia o'neil", lane: .active)
        filter.place = PlaceFilter(account: "north wind", marketplace: "ATVPDKIKX0DER")
        let flags = #"--workflow inventory --tier A --owner 'mia o'\''neil' --lane active"#
        let command = "flywheel queue \(flags) --account 'north wind' --marketplace US --cursor 2@R212"
        #expect(try answer(filter: filter).remarks == ["more rows: \(command)"])
        #expect(try answer(filter: filter).text(on: Scene.page()).contains { $0.hasSuffix(command) })
        #expect(
            try answer(filter: QueueFilter(owner: "mia")).remarks == [
                "more rows: flywheel queue --owner mia --cursor 2@R212"
            ])
    }

    @Test func rowsOfSeveralAccountsNameTheirs() throws {
        let items = ["northwind", "southwind"].enumerated().map { index, account in
            let subject = Subject(.listing, account: account, marketplace: "ATVPDKIKX0DER", code: "HB-204-BLK")
            let fingerprint = Fingerprint(workflow: "inventory", kind: "stock-out", subject: subject)
            let exception = Scene.exception(Int64(index + 1), fingerprint, due: "2026-11-21T01:00:00Z")
            return Scene.item(exception, Scene.terms(atRisk: 515_840), position: index + 1, name: "stock-out")
        }
        func lines(_ items: [QueueItem], _ width: Int) -> String {
            QueueRows(items: items, lane: .active, currency: Scene.usd).lines(Scene.page(width)).joined(separator: "\n")
        }
        #expect(lines(items, 100).contains("HB-204-BLK southwind"))
        #expect(lines(items, 50).contains("HB-204-BLK  US southwind  act by 17:00"))
        #expect(!lines([items[0]], 100).contains("northwind"))
    }

    @Test func everyColumnOfARowExists() throws {
        let answer = try answer()
        let names = Set(Records.names(of: try #require(answer.rows.first)))
        #expect(answer.columns.filter { !names.contains($0) } == [])
    }

    @Test func nothingOpenIsGoodNewsAndSaysWhatWasLookedAt() throws {
        let empty = QueueAnswer(
            rotation: Scene.rotation, summary: try Scene.summary(), now: Scene.asOf, open: [:], freshFeeds: 4,
            filter: QueueFilter(),
            sections: [])
        #expect(
            empty.text(on: Scene.page()).first
                == "Nothing open that 4 fresh feeds can show; 2,914 listings looked at")
        #expect(empty.exit == .done)
    }
}
