import ArgumentParser
import Inventory
import Testing

@testable import flywheel

@Suite struct StockCoverTests {
    private func runsOut(_ stock: Int, rate: Double, deviation: Double = 0, dispersion: Double = 1) -> ClosedRange<Int>?
    {
        StockCover.runsOut(stock: stock, weekly: [rate], deviation: deviation, dispersion: dispersion)
    }

    @Test func anEmptyShelfHasRunOut() {
        #expect(runsOut(0, rate: 5) == 0...0)
    }

    @Test func stockThatNobodyAsksForLasts() {
        #expect(runsOut(10, rate: 0) == nil)
        #expect(runsOut(1_000_000, rate: 5) == nil)
    }

    /// 100 units at 5 a day last 20 days on average. By day 17 demand is Poisson with mean 85, of which the quantile 0.9 is 97;
    /// by day 18 it is 102 of 90. By day 22 the quantile 0.1 is 97 of 110, by day 23 it is 101 of 115.
    @Test func theIntervalIsThatOfPoissonDemand() {
        #expect(runsOut(100, rate: 5) == 18...23)
    }

    @Test(arguments: 0..<200) func lessCertaintyIsAWiderIntervalAndMoreStockALaterOne(seed: Int) throws {
        let stock = 1 + seed * 7 % 60
        let rate = 0.5 + Double(seed % 17)
        guard let sure = runsOut(stock, rate: rate), sure.upperBound < StockCover.horizon else { return }
        if let unsure = runsOut(stock, rate: rate, deviation: rate / 3, dispersion: 2) {
            #expect(unsure.lowerBound <= sure.lowerBound)
            #expect(unsure.upperBound >= sure.upperBound)
        }
        if let more = runsOut(stock + 5, rate: rate) {
            #expect(more.lowerBound >= sure.lowerBound)
            #expect(more.upperBound >= sure.upperBound)
        }
    }

    @Test func demandOfLaterWeeksCounts() {
        let steady = StockCover.runsOut(stock: 60, weekly: [2], deviation: 0, dispersion: 1)
        let rising = StockCover.runsOut(stock: 60, weekly: [2, 10], deviation: 0, dispersion: 1)
        #expect(rising?.upperBound ?? 0 < steady?.upperBound ?? 0)
    }

    @Test(arguments: [
        (10...15, 5...8, StockCover.Answer.inTime(2...10)), (10...15, 5...10, .inTime(0...10)),
        (10...15, 5...12, .perhaps(spare: 10, late: 2)), (10...15, 15...20, .perhaps(spare: 0, late: 10)),
        (10...15, 16...20, .tooLate(1...10)), (0...0, 14...14, .tooLate(14...14)),
    ])
    func anOrderComesInTimeTooLateOrPerhaps(
        runsOut: ClosedRange<Int>, arrives: ClosedRange<Int>, answer: StockCover.Answer
    ) {
        #expect(StockCover.answer(runsOut: runsOut, arrives: arrives) == answer)
    }

    @Test func anOrderArrivesBetweenTheDaysThatOrdersSay() throws {
        let desk = try Desk.rotated()
        let session = try Session(
            try GlobalOptions.parse([]), try PageDoor(desk).house.surroundings(of: nil))
        let lines = try session.orders(OrderFilter()).lines
        let learned = lines.filter { $0.shortage.leadTime.early != nil }
        #expect(!learned.isEmpty)
        for line in lines {
            guard let cover = StockCover(line.evidence, line.shortage) else { continue }
            let lead = line.shortage.leadTime
            #expect(cover.isSpread == (lead.early != nil))
            #expect(cover.arrives == lead.early.map { $0...lead.late } ?? lead.expected...lead.expected)
        }
    }
}
