import FlywheelHost

extension ImportProgress {
    /// `orders.txt: 412,000 of about 1,200,000 rows, 34%, 3 of 9 files`.
    var words: String {
        var words = fileName
        if let expectedRows, let share, share < 1 {
            words +=
                ": \(Numbers.grouped(rows)) of about \(Numbers.grouped(Self.rough(expectedRows))) rows"
                + ", \(Numbers.percent(share))"
        } else if rows > 0 {
            words += ": \(Numbers.count(rows, "row"))"
        }
        return count > 1 ? words + ", \(number) of \(Numbers.count(count, "file"))" : words
    }

    /// An estimate to two digits: more would claim what is not known.
    private static func rough(_ rows: Int) -> Int {
        var step = 1
        while rows / step >= 100 { step *= 10 }
        return (rows + step / 2) / step * step
    }
}
