extension ExampleSeller {
    /// How much there is of a seller.
    public struct Size: Hashable, Sendable {
        /// Whether there are 3,300 listings, instead of 240.
        let isLarge: Bool
        /// Days of orders before the day of the last exports.
        public let days: Int
        /// Mondays before that day on which exports were made as well.
        public let mondays: Int

        /// A year of 3,300 listings, with exports of twelve Mondays.
        public static let year = Size(isLarge: true, days: 365, mondays: 12)

        /// One morning's exports of 240 listings that sold for a hundred days.
        public static let morning = Size(isLarge: false, days: 100, mondays: 0)

        /// Exports of the same 240 listings on some Mondays before that morning.
        /// - Parameter mondays: At most twelve.
        public static func weeks(_ mondays: Int) -> Size {
            precondition((0...12).contains(mondays), "at most twelve Mondays are expected, found \(mondays)")
            return Size(isLarge: false, days: 100, mondays: mondays)
        }
    }
}
