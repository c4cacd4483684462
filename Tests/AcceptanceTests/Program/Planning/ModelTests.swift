import Foundation
import Testing

/// Series whose character is plain are forecast as it asks for: what is known of each by hand is what must come out.
@Suite("Planning: models") struct ModelTests {
    private static let horizon = 12

    /// One row of the answer.
    private struct Step {
        let mean: Double
        let p10: Double
        let p90: Double
        let method: String
    }

    /// Forecasts of numbered periods with a season of twelve.
    private func forecast(_ series: [String: [Int]]) throws -> [String: [Step]] {
        let program = try Program()
        let rows = series.flatMap { name, values in
            values.enumerated().map { "\(name),\($0.offset + 1),\($0.element)\n" }
        }
        try program.folder.write("series,period,value\n" + rows.joined(), to: "series.csv")
        let run = try program.run(
            "forecast", "--series", "series.csv", "--horizon", "\(Self.horizon)", "--frequency", "12")
        #expect(run.exit == 0 && run.errors.isEmpty, "\(run.errors)")
        var answer: [String: [Step]] = [:]
        for line in run.output.split(separator: "\r\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            let numbers = try cells[2...5].map { try #require(Double($0)) }
            answer[cells[0], default: []].append(
                Step(mean: numbers[0], p10: numbers[1], p90: numbers[3], method: cells[6]))
        }
        #expect(answer.count == series.count)
        return answer
    }

    @Test("What never changed goes on, and nothing is expected of what never sold")
    func constant() throws {
        let answer = try forecast(["even": Array(repeating: 40, count: 48), "never": Array(repeating: 0, count: 48)])
        for step in try #require(answer["even"]) {
            #expect(step.mean == 40 && step.p10 == 40 && step.p90 == 40)
        }
        for step in try #require(answer["never"]) {
            #expect(step.mean == 0 && step.p90 == 0 && step.method == "nothing sold")
        }
    }

    @Test("Smoothing: a level that scatters is its mean, and one that moved is left behind")
    func level() throws {
        // Both scatter by the same five numbers, whose mean is zero.
        let scatter = (0..<60).map { $0 * 7 % 5 - 2 }
        let moved = scatter.enumerated().map { $0.element + ($0.offset < 40 ? 20 : 60) }
        let answer = try forecast(["steady": scatter.map { $0 + 20 }, "moved": moved])
        for step in try #require(answer["steady"]) {
            #expect(abs(step.mean - 20) < 1)
            // The five numbers lie from 18 to 22.
            #expect((12...19).contains(step.p10) && (21...28).contains(step.p90))
        }
        // The mean of all is 33: after twenty periods at 60 what counts is nearly that.
        for step in try #require(answer["moved"]) { #expect(abs(step.mean - 60) < 6) }
    }

    @Test("Season: each phase is expected to bring what it brought, and growth is carried on")
    func season() throws {
        let course = [60, 80, 100, 140, 100, 80, 60, 40, 30, 20, 30, 40]
        let rising = (0..<60).map { 10 + 2 * $0 + $0 % 2 }
        let answer = try forecast(["season": (0..<60).map { course[$0 % 12] }, "rising": rising])
        for (step, usual) in zip(try #require(answer["season"]), course) {
            #expect(abs(step.mean - Double(usual)) < 0.05 * Double(usual), "\(step), expected \(usual)")
        }
        let growth = try #require(answer["rising"])
        #expect(growth.map(\.mean) == growth.map(\.mean).sorted())
        // The line goes on with half a unit of its zigzag; a mean of the past would be under 70.
        #expect(abs(growth[0].mean - 130.5) < 3)
        for step in growth { #expect(step.method.contains("ets + theta")) }
    }

    @Test("Intermittent: the rate is that of sizes and waits, most periods bring nothing, and what ended has ended")
    func intermittent() throws {
        let ended = (0..<60).map { $0 < 30 && $0 % 3 == 0 ? 3 : 0 }
        let answer = try forecast(["seldom": (0..<60).map { $0 % 5 == 3 ? 4 : 0 }, "ended": ended])
        // Four units every fifth period are 0.8 a period; in one of five there are four.
        for step in try #require(answer["seldom"]) {
            #expect(abs(step.mean - 0.8) < 0.1)
            #expect(step.p10 == 0 && step.p90 == 4)
        }
        // Croston's method would still say one a period after thirty without any.
        for step in try #require(answer["ended"]) { #expect(step.mean > 0 && step.mean < 0.1 && step.p90 == 0) }
    }
}
