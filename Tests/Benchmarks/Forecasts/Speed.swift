import BenchmarkScores
import Foundation
import Statistics

/// How fast each method forecasts many series, and how far off.
struct Speed {
    let series: [[Double]]
    let season: Int
    let horizon: Int

    /// Prints for each method that has an answer its speed on one core and on all, and its errors over the last periods, which it is not
    /// shown.
    func printTable() async {
        let horizon = horizon
        let training = series.map { Array($0.dropLast(horizon)) }
        print("\(series.count) series, \(horizon) periods ahead, a season of \(season)")
        print("method".padded(42) + "series/s, 1 core   series/s, all     RMSSE     MASE     bias")
        for method in methods(season: season) {
            let start = clock(CLOCK_THREAD_CPUTIME_ID)
            let forecasts = training.map { method.forecast($0, horizon: horizon)?.mean }
            let alone = clock(CLOCK_THREAD_CPUTIME_ID) - start
            let begin = clock(CLOCK_MONOTONIC)
            _ = await training.concurrently { method.forecast($0, horizon: horizon)?.mean }
            let together = clock(CLOCK_MONOTONIC) - begin
            let count = Double(series.count)
            guard let errors = errors(of: forecasts, training) else { continue }
            print(
                method.name.padded(42)
                    + String(
                        format: "%16.0f   %13.0f   %7.4f  %7.4f  %+7.4f", count / alone, count / together,
                        errors.squared, errors.absolute, errors.bias))
        }
    }

    private func clock(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// RMSSE and MASE as means over the series that have a scale, the bias over all; nil where nothing was forecast.
    private func errors(
        of forecasts: [[Double]?], _ training: [[Double]]
    ) -> (squared: Double, absolute: Double, bias: Double)? {
        var (squared, absolute, bias, scaled, count) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (index, forecast) in forecasts.enumerated() {
            let actual = series[index].suffix(horizon)
            guard let forecast, let error = Accuracy.bias(of: forecast, against: actual) else { continue }
            bias += error
            count += 1
            guard let scale = ErrorScale(training: training[index]),
                let root = scale.rootMeanSquaredScaledError(of: forecast, against: actual),
                let mean = scale.meanAbsoluteScaledError(of: forecast, against: actual)
            else { continue }
            squared += root
            absolute += mean
            scaled += 1
        }
        guard scaled > 0 else { return nil }
        return (squared / scaled, absolute / scaled, bias / count)
    }
}
