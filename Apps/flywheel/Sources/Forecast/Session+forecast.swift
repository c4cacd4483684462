import Charts
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import People

extension Session {
    /// Why a listing's forecast is what it is, as known now.
    func forecast(of listing: Subject, weeks: Int, drawing path: String?) throws -> ForecastAnswer {
        guard let answer = try knownForecast(of: listing, weeks: weeks, drawing: path) else {
            throw Diagnostic(
                "no-sales", "nothing is known of what \(listing.code) sold",
                help: "flywheel import the orders of \(listing.marketplaceName)", exit: .failed)
        }
        if let path {
            do {
                try answer.chart.svg(description: answer.description).write(
                    toFile: path, atomically: true, encoding: .utf8)
            } catch let error as CocoaError {
                throw Diagnostic(error, doing: "writing", path: path)
            }
        }
        return answer
    }

    /// The same; `nil` where nothing is known of what the listing sold.
    func knownForecast(of listing: Subject, weeks: Int, drawing path: String?) throws -> ForecastAnswer? {
        // What was learned of all accounts, as the queue goes by it: whoever may know of some only sees the same forecast.
        let states = try wholeStore.stageStates()
        guard let view = try host.view(ForecastingStage.self, of: listing, states: states, asOf: now),
            var explanation = view.stage.explanation(of: view.row, in: view.chunk, signals: view.signals)
        else { return nil }
        if scope != .all { explanation.leaveOutRecord() }
        return ForecastAnswer(
            listing: listing, title: view.chunk[Catalog.title][view.row], asOf: now, today: view.chunk.today,
            explanation: explanation, weeks: weeks, drawing: path)
    }
}
