import FlywheelKit
import Testing

@Suite struct ColumnDataTests {
    @Test(arguments: ColumnType.allCases) func everyTypeHasUnknownColumns(type: ColumnType) {
        let column = ColumnData(unknown: 3, of: type)
        #expect(column.type == type)
        #expect(column.count == 3)
        #expect(column.rows(1..<3) == ColumnData(unknown: 2, of: type))
        #expect(column.picked([-1, 2]) == ColumnData(unknown: 2, of: type))
        #expect(ColumnData(empty: type) == ColumnData(unknown: 0, of: type))
    }

    @Test func aColumnComesBackWithItsTypeAndWithNoOther() throws {
        func check<Value: ColumnValue>(_ value: Value) {
            let data = Value.erased(Values([value, nil]))
            #expect(Value.values(of: data) == Values([value, nil]))
            #expect(data.type == Value.columnType)
            for other in ColumnType.allCases where other != data.type {
                #expect(Value.values(of: ColumnData(unknown: 2, of: other)) == nil)
            }
            #expect(data.picked([1, 0, -1, 0]) == Value.erased(Values([nil, value, nil, value])))
        }
        check(7)
        check(0.5)
        check(Money(minorUnits: 5, try #require(Currency("USD"))))
        check(Instant(seconds: 1))
        check(Day(epochDays: 1))
        check("text")
        check(true)
    }
}
