import Foundation
import Testing

/// What a person who plans sees of one listing.
@Suite("Planning: a listing's forecast") struct ListingForecastTests {
    @Test("A listing's forecast says what counts, how well the same did before, and draws it")
    func listing() throws {
        let program = try ProgramTests.opened()
        let run = try program.run(
            "forecast", "LT-55-YEL", "--marketplace", "US", "--svg", "fan.svg", "--format", "json")
        #expect(run.exit == 0)
        let answer = try run.json
        #expect(answer["schema"].text == "flywheel.forecast/1")
        let weeks = answer["weeks"].items
        let past = weeks.filter { $0["mean"].number == nil }
        #expect(weeks.count - past.count == 16 && past.count >= 12)
        // The first weeks to come begin with the day of the look, a week apart.
        #expect(weeks[past.count]["week"].text == "2026-11-20" && weeks[past.count + 1]["week"].text == "2026-11-27")
        for week in weeks.dropFirst(past.count) {
            let bounds = try ["p10", "p50", "p90"].map { try #require(week[$0].number) }
            #expect(bounds == bounds.sorted())
        }
        // The seasonal naive error and the first give the value added.
        let scores = answer["scores"].items
        let own = try #require(scores.first?["scaledError"].number)
        let naive = try #require(scores.first { $0["method"].text == "seasonal naive" }?["scaledError"].number)
        let added = try #require(answer["valueAdded"].number)
        #expect(abs(added - (1 - own / naive)) < 1e-3)
        let drawing = try String(contentsOfFile: "\(program.folder.path)/fan.svg", encoding: .utf8)
        #expect(drawing.hasPrefix("<svg xmlns=") && drawing.contains("role=\"img\"") && !drawing.contains("<script"))

        #expect(try program.run("forecast", "LT-55-YEL").exit == 4)
        let unknown = try program.run("forecast", "LT-55-YEI", "--marketplace", "US")
        #expect(unknown.exit == 5 && unknown.errors.contains("did you mean \"LT-55-YEL\"?"))
    }
}
