import Charts
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import Foundation

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
        guard let view = try host.view(ForecastingStage.self, of: listing, asOf: now),
            let explanation = view.stage.explanation(of: view.row, in: view.chunk, signals: view.signals)
        else { return nil }
        return ForecastAnswer(
            listing: listing, title: view.chunk[Catalog.title][view.row], asOf: now, today: view.chunk.today,
            explanation: explanation, weeks: weeks, drawing: path)
    }
}
