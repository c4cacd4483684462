import Foundation
import SeriesFiles

/// Forecasts a file of anybody's series: no store, no listings.
struct SeriesRun {
    /// The file of `series,period,value`; `-` for standard input.
    let input: String
    /// The file to write; `-` for standard output.
    let output: String
    let forecaster: SeriesForecaster

    private static let pieceBytes = 1 << 20

    func answer(in surroundings: Surroundings, progress: Progress) throws -> SeriesAnswer {
        let read = try reader(surroundings)
        let tell = { (series: Int) in progress.say("forecasting: \(Numbers.count(series, "series", "series"))") }
        do {
            guard output != "-" else {
                let write = { (bytes: [UInt8]) in
                    try surroundings.output.write(String(decoding: bytes, as: UTF8.self))
                }
                return SeriesAnswer(summary: try forecaster.run(read: read, write: write, tell: tell), file: nil)
            }
            let summary = try ReplacedFile.write(output) { try forecaster.run(read: read, write: $0, tell: tell) }
            return SeriesAnswer(summary: summary, file: output)
        } catch let fault as SeriesFault {
            throw Diagnostic(
                "series", fault.sentence,
                place: "\(input == "-" ? "standard input" : input):\(fault.line):\(fault.column)",
                help: "rows are series,period,value in the order of time: flywheel forecast --help", exit: .failed)
        }
    }

    private func reader(_ surroundings: Surroundings) throws -> () throws -> [UInt8]? {
        if input == "-" { return surroundings.inputBytes }
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
            return { try file.read(upToCount: Self.pieceBytes).map { [UInt8]($0) } }
        } catch let error as CocoaError {
            throw Diagnostic(error, doing: "reading", path: input)
        }
    }
}
