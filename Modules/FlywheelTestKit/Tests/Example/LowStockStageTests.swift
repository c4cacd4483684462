import FlywheelKit
import FlywheelTestKit
import Testing

@Test func lowStockKeepsTheContract() {
    var example = ChunkBuilder(listings: ["KN-12", "LT-55", "MG-03", "TB-80"], asOf: Instant(seconds: 1_795_190_700))
    example.set(Stock.fulfillable, [12, 4, nil, 0])
    StageConformance(LowStockStage.self, fixture: [example.build()]).verify()
}
