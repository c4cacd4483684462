extension AssessmentDocument {
    /// What one metric came to over the period.
    public struct Metric: Hashable, Sendable, Codable {
        /// Its key in the dictionary.
        public var key: String
        /// What people call it.
        public var title: String
        /// Its unit, "days", "share"; "money" and "money/day" are minor units of the currency.
        public var unit: String
        /// Whether a lower value is better.
        public var isLowerBetter: Bool
        /// The value; `nil` where it is not known.
        public var value: Double?
        /// The interval of the value, where one means something.
        public var interval: Interval?
        /// How many events it rests on.
        public var count: Int
        /// What it should be, where somebody said.
        public var target: Double?
        /// Why it is not known.
        public var reason: String?
        /// Values of the weeks of the period, the oldest first.
        public var weeks: [Double?]

        /// A value.
        public init(
            key: String, title: String, unit: String, isLowerBetter: Bool, value: Double?, interval: Interval? = nil,
            count: Int, target: Double? = nil, reason: String? = nil, weeks: [Double?] = []
        ) {
            self.key = key
            self.title = title
            self.unit = unit
            self.isLowerBetter = isLowerBetter
            self.value = value
            self.interval = interval
            self.count = count
            self.target = target
            self.reason = reason
            self.weeks = weeks
        }

        /// Whether the target is met; `nil` without a value or a target.
        public var isOnTarget: Bool? {
            guard let value, let target else { return nil }
            return isLowerBetter ? value <= target : value >= target
        }
    }
}
