import Foundation
import Statistics

/// Measures the methods of Statistics: `m3` on the series of a competition, `speed` on many series of one length; `forecast`
/// does what a user would with them.
@main enum ForecastAccuracy {
    static let usage = """
        usage: forecast-accuracy m3 FOLDER [training]
               forecast-accuracy speed FILE SEASON HORIZON
               forecast-accuracy forecast FILE SEASON HORIZON METHOD
        """

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard try await run(arguments) else {
                print(usage)
                exit(2)
            }
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    /// - Returns: whether the arguments meant something.
    private static func run(_ arguments: [String]) async throws -> Bool {
        if arguments.first == "m3", arguments.count == 2 || arguments.dropFirst(2) == ["training"] {
            try await M3(folder: arguments[1], isWithinTraining: arguments.count == 3).printTable()
            return true
        }
        guard arguments.count >= 4, let season = Int(arguments[2]), let horizon = Int(arguments[3]),
            season > 0, horizon > 0
        else { return false }
        switch (arguments[0], arguments.count) {
        case ("speed", 4):
            let table = try SeriesTable(path: arguments[1])
            await Speed(series: table.values, season: season, horizon: horizon).printTable()
        case ("forecast", 5):
            guard let method = methods(season: season).first(where: { $0.name == arguments[4] }) else { return false }
            let table = try SeriesTable(path: arguments[1])
            let forecasts = await table.values.concurrently { method.forecast($0, horizon: horizon)?.mean ?? [] }
            for (name, mean) in zip(table.names, forecasts) {
                print(name + mean.map { ",\($0)" }.joined())
            }
        default: return false
        }
        return true
    }
}
