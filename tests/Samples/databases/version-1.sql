-- A database of the first schema, as the program of that time left it when it was killed: converted, quarantined and pending
-- notifications, inserts in every state (i10 under way), an act of an operator's. Read by sqlite3, not by the program.
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE notifications (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  -- What makes two calls the same notification: a hash of the sender's id, or of the body when the sender gives none.
  same_as BLOB NOT NULL UNIQUE,
  sender_id TEXT,
  body_sha256 BLOB NOT NULL,
  conflicts_with INTEGER REFERENCES notifications (seq),
  received_at TEXT NOT NULL,
  last_received_at TEXT NOT NULL,
  times_received INTEGER NOT NULL DEFAULT 1,
  remote_address TEXT,
  credential TEXT NOT NULL,
  content_type TEXT,
  headers TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'converted', 'quarantined')),
  reason TEXT,
  profile TEXT,
  location TEXT,
  body BLOB NOT NULL,
  bytes INTEGER NOT NULL GENERATED ALWAYS AS (length(body)) VIRTUAL
) STRICT;
INSERT INTO notifications VALUES(1,X'e46cdf8ec710d601baf4876ea3e231f1',NULL,X'd0f6ffdc6a4dec107ac3be8c4fcde07d8c23603f2dcf4685b27fb1469f170286',NULL,'2026-01-16T01:15:40.074Z','2026-01-16T01:15:40.074Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","325"],["x-api-key","[redacted]"]]','converted',NULL,'fuel-invoice','12345',CAST('<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-DRY</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <FuelProducts><FuelProduct><ProductID>UNL87</ProductID><TankID>1</TankID><GrossVolume>100</GrossVolume></FuelProduct></FuelProducts>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(2,X'a79c6c5ab7632666e67debba35b650ae',NULL,X'08a134f64fc63122b3db4c595d5377552a134200e73cb31c46cf358a00d319ff',NULL,'2026-01-16T01:15:42.500Z','2026-01-16T01:15:42.500Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","1017"],["x-api-key","[redacted]"]]','pending',NULL,'fuel-invoice','12345',CAST('<?xml version="1.0" encoding="UTF-8"?>
<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-20260115-77</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <IssueDate>2026-01-16</IssueDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <BillOfLading>
    <BOLNumber>BOL-88213A</BOLNumber>
    <DeliveredDate>2026-01-15</DeliveredDate>
    <DeliveredTime>04:31:00</DeliveredTime>
  </BillOfLading>
  <FuelProducts>
    <FuelProduct>
      <ProductID>UNL87</ProductID><ProductDescription>Regular Unleaded 87</ProductDescription>
      <TankID>1</TankID><GrossVolume>4200.0</GrossVolume><NetVolume>4187.3</NetVolume>
    </FuelProduct>
    <FuelProduct>
      <ProductID>DSL</ProductID><ProductDescription>Ultra Low Sulfur Diesel</ProductDescription>
      <TankID>2</TankID><GrossVolume>2500.0</GrossVolume><NetVolume>2494.1</NetVolume>
    </FuelProduct>
  </FuelProducts>
  <OtherCharges><Charge><Description>Freight</Description><Amount>120.00</Amount></Charge></OtherCharges>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(3,X'8ed63be3f769d6ac5b95c653eabb2942','evt-2',X'69d827d7192eb7981320c151d955abe7ffe50f5408ef7c458bc2f75274ff6d66',NULL,'2026-01-16T01:15:44.124Z','2026-01-16T01:15:44.124Z',1,'127.0.0.1','key 7dbea199','application/json','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/json"],["Content-Length","414"],["x-api-key","[redacted]"],["x-notification-id","evt-2"]]','converted',NULL,'tank-readings','12345',CAST('{
  "locationId": "12345",
  "readAt": "2026-01-15T21:58:30-05:00",
  "tanks": [
    { "tank": 1, "product": "UNL87", "volume": 6098.4, "volumeTC": 6089.9, "ullage": 3901.6, "water": 12.0, "temperature": 58.1, "height": 71.25, "waterHeight": 0.5 },
    { "tank": 2, "product": "DSL", "volume": 3305.5, "volumeTC": 3301.2, "ullage": 4694.5, "water": 0, "temperature": 57.4, "height": 44.0, "waterHeight": 0 }
  ]
}
' AS BLOB));
INSERT INTO notifications VALUES(4,X'b402281928fc5f1a2a60f2f1a6185fee',NULL,X'74e57c6dbed9d2b275505f0649cd49de70ab55826c011383183c1ba5fb3ac9c6',NULL,'2026-01-16T01:15:45.652Z','2026-01-16T01:15:45.652Z',1,'127.0.0.1','key 7dbea199','text/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","text/xml"],["Content-Length","31"],["x-api-key","[redacted]"]]','quarantined','no profile recognises this document, whose root is ''PriceBook'' with Item (profiles: fuel-invoice, shift_fuel-grade-movement, tank-product-movement, tank-readings)',NULL,NULL,CAST('<PriceBook><Item/></PriceBook>
' AS BLOB));
INSERT INTO notifications VALUES(5,X'997669ce83c67a878ab3ec3608932090','evt-2',X'6ee30e1825e39e9e7e50b280d15ef5fb0c872bb65ba31d7ee7a0fd51271d825b',3,'2026-01-16T01:15:45.692Z','2026-01-16T01:15:45.692Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","330"],["x-api-key","[redacted]"],["x-notification-id","evt-2"]]','quarantined','its id ''evt-2'' came before with another body, as n3; compare the two, then replay this one if it should count',NULL,NULL,CAST('<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-CONFLICT</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <FuelProducts><FuelProduct><ProductID>UNL87</ProductID><TankID>1</TankID><GrossVolume>500</GrossVolume></FuelProduct></FuelProducts>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(6,X'a4141193e3cf5d0a125a33c2cdd646a1',NULL,X'2ff895776c280e49b33483537ee4f126046800c6e5ba7f33b986e2a2a16ecc31',NULL,'2026-01-16T01:15:46.729Z','2026-01-16T01:15:46.729Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","329"],["x-api-key","[redacted]"]]','converted',NULL,'fuel-invoice','12345',CAST('<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-REFUSED</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <FuelProducts><FuelProduct><ProductID>UNL87</ProductID><TankID>1</TankID><GrossVolume>200</GrossVolume></FuelProduct></FuelProducts>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(7,X'477c2c0ab5c010984b4ef92f22b44750','evt-7',X'00b907194bf9fc51e6859803588d8884667e9ec466e2cfbde5dcceeffa0bad7c',NULL,'2026-01-16T01:15:48.272Z','2026-01-16T01:15:48.272Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","329"],["x-api-key","[redacted]"],["x-notification-id","evt-7"]]','converted',NULL,'fuel-invoice','12345',CAST('<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-UNKNOWN</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <FuelProducts><FuelProduct><ProductID>UNL87</ProductID><TankID>1</TankID><GrossVolume>300</GrossVolume></FuelProduct></FuelProducts>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(8,X'9f88c3e88358ecedeb7950cdbd9a22b4',NULL,X'efdb4c4cef5ea28ac147e93fd65765c2a7aa52263c1e01a116a28d6e09cb1002',NULL,'2026-01-16T01:15:49.798Z','2026-01-16T01:15:49.798Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","1017"],["x-api-key","[redacted]"]]','converted',NULL,'fuel-invoice','12345',CAST('<?xml version="1.0" encoding="UTF-8"?>
<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-20260115-77</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <IssueDate>2026-01-16</IssueDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <BillOfLading>
    <BOLNumber>BOL-88213A</BOLNumber>
    <DeliveredDate>2026-01-15</DeliveredDate>
    <DeliveredTime>04:31:00</DeliveredTime>
  </BillOfLading>
  <FuelProducts>
    <FuelProduct>
      <ProductID>UNL87</ProductID><ProductDescription>Regular Unleaded 87</ProductDescription>
      <TankID>1</TankID><GrossVolume>4300.0</GrossVolume><NetVolume>4187.3</NetVolume>
    </FuelProduct>
    <FuelProduct>
      <ProductID>DSL</ProductID><ProductDescription>Ultra Low Sulfur Diesel</ProductDescription>
      <TankID>2</TankID><GrossVolume>2500.0</GrossVolume><NetVolume>2494.1</NetVolume>
    </FuelProduct>
  </FuelProducts>
  <OtherCharges><Charge><Description>Freight</Description><Amount>120.00</Amount></Charge></OtherCharges>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(9,X'829f6bc4a0eb118b15d8b95f7572d9b9',NULL,X'f5e5afc71bc0291463cb7e5376ededdaa3c4e9dbaaa015f0efdb202f4832fa09',NULL,'2026-01-16T01:16:12.022Z','2026-01-16T01:16:12.022Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","327"],["x-api-key","[redacted]"]]','converted',NULL,'fuel-invoice','12345',CAST('<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-MOVED</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <FuelProducts><FuelProduct><ProductID>UNL87</ProductID><TankID>1</TankID><GrossVolume>400</GrossVolume></FuelProduct></FuelProducts>
</FuelInvoice>
' AS BLOB));
INSERT INTO notifications VALUES(10,X'a0804ffc8dca20911a733de11457b9eb',NULL,X'0b4b6bc1da26253f9033f67843b2c568f3b2adbe12456f4b6987a8dd8921220a',NULL,'2026-01-16T01:16:22.426Z','2026-01-16T01:16:22.426Z',1,'127.0.0.1','key 7dbea199','application/xml','[["Accept","*/*"],["Host","127.0.0.1:8443"],["User-Agent","curl/7.88.1"],["Content-Type","application/xml"],["Content-Length","328"],["x-api-key","[redacted]"]]','converted',NULL,'fuel-invoice','12345',CAST('<FuelInvoice>
  <LocationID>12345</LocationID>
  <InvoiceNumber>INV-UNDERWAY</InvoiceNumber>
  <InvoiceDate>2026-01-15</InvoiceDate>
  <Supplier>Northern Fuel Terminals</Supplier>
  <FuelProducts><FuelProduct><ProductID>DSL</ProductID><TankID>2</TankID><GrossVolume>600</GrossVolume></FuelProduct></FuelProducts>
</FuelInvoice>
' AS BLOB));
CREATE TABLE inserts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'inventory')),
  terminal_code TEXT NOT NULL,
  tank_number TEXT NOT NULL,
  product_code TEXT NOT NULL,
  -- The site's wall clock, as ATIONET takes it.
  occurred_at TEXT NOT NULL,
  volume TEXT,
  invoice_number TEXT,
  state TEXT NOT NULL CHECK (
    state IN ('pending', 'sending', 'accepted', 'accepted-with-warnings', 'refused', 'held', 'dry-run', 'withdrawn')
  ),
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  -- Converted while no host was configured: never sent to one as it stands.
  is_dry INTEGER NOT NULL CHECK (is_dry IN (0, 1)),
  row TEXT NOT NULL
) STRICT;
INSERT INTO inserts VALUES(1,'[701,"ABC0123456789","01","001","2026/01/15 00:00:00","378.541","INV-DRY",1]','delivery','ABC0123456789','01','001','2026/01/15 00:00:00','378.541','INV-DRY','dry-run',NULL,1,'2026-01-16T01:15:40.184Z','2026-01-16T01:15:40.163Z',1,'{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":378.541,"TotalVolumeTC":null,"InvoiceNumber":"INV-DRY","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-DRY","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(2,'[701,"ABC0123456789","01","001","2026/01/15 04:31:00","15898.729","INV-20260115-77",1]','delivery','ABC0123456789','01','001','2026/01/15 04:31:00','15898.729','INV-20260115-77','accepted',NULL,1,'2026-01-16T01:15:42.725Z','2026-01-16T01:15:42.579Z',0,'{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 04:31:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":15898.729,"TotalVolumeTC":15850.655,"InvoiceNumber":"INV-20260115-77","Comments":"Northern Fuel Terminals, BOL-88213A","DeliveryNotesData":{"InvoiceNumber":"INV-20260115-77","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(3,'[701,"ABC0123456789","02","019","2026/01/15 04:31:00","9463.529","INV-20260115-77",1]','delivery','ABC0123456789','02','019','2026/01/15 04:31:00','9463.529','INV-20260115-77','accepted',NULL,1,'2026-01-16T01:15:42.740Z','2026-01-16T01:15:42.579Z',0,'{"TankNumber":"02","ProductCode":"019","CreatedDateTime":"2026/01/15 04:31:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":9463.529,"TotalVolumeTC":9441.196,"InvoiceNumber":"INV-20260115-77","Comments":"Northern Fuel Terminals, BOL-88213A","DeliveryNotesData":{"InvoiceNumber":"INV-20260115-77","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(4,'[702,"ABC0123456789","01","001","2026/01/15 21:58:30","23084.955",null,1]','inventory','ABC0123456789','01','001','2026/01/15 21:58:30','23084.955',NULL,'accepted-with-warnings','HTTP 200, ResponseCode 10000: Succeeded with warnings',1,'2026-01-16T01:15:44.140Z','2026-01-16T01:15:44.133Z',0,'{"TankNumber":"01","ProductCode":"001","DateTime":"2026/01/15 21:58:30","Volume":23084.955,"VolumeTC":23052.779,"Ullage":14769.163,"WaterVolume":45.425,"FuelHeight":1809.75,"Temperature":14.5,"WaterHeight":12.7}');
INSERT INTO inserts VALUES(5,'[702,"ABC0123456789","02","019","2026/01/15 21:58:30","12512.679",null,1]','inventory','ABC0123456789','02','019','2026/01/15 21:58:30','12512.679',NULL,'accepted',NULL,1,'2026-01-16T01:15:44.147Z','2026-01-16T01:15:44.133Z',0,'{"TankNumber":"02","ProductCode":"019","DateTime":"2026/01/15 21:58:30","Volume":12512.679,"VolumeTC":12496.401,"Ullage":17770.616,"WaterVolume":0.0,"FuelHeight":1117.6,"Temperature":14.11,"WaterHeight":0.0}');
INSERT INTO inserts VALUES(6,'[701,"ABC0123456789","01","001","2026/01/15 00:00:00","757.082","INV-REFUSED",1]','delivery','ABC0123456789','01','001','2026/01/15 00:00:00','757.082','INV-REFUSED','refused','HTTP 200, ResponseCode 40051: Tank is not valid',1,'2026-01-16T01:15:46.749Z','2026-01-16T01:15:46.734Z',0,'{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":757.082,"TotalVolumeTC":null,"InvoiceNumber":"INV-REFUSED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-REFUSED","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(7,'[701,"ABC0123456789","01","001","2026/01/15 00:00:00","1135.624","INV-UNKNOWN",1]','delivery','ABC0123456789','01','001','2026/01/15 00:00:00','1135.624','INV-UNKNOWN','held','HTTP 200 without a ResponseCode; ATIONET may have this delivery or not: look for it in the portal, and send it again only if it is not there',1,'2026-01-16T01:15:48.293Z','2026-01-16T01:15:48.283Z',0,'{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1135.624,"TotalVolumeTC":null,"InvoiceNumber":"INV-UNKNOWN","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-UNKNOWN","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(8,'[701,"ABC0123456789","01","001","2026/01/15 04:31:00","16277.271","INV-20260115-77",1]','delivery','ABC0123456789','01','001','2026/01/15 04:31:00','16277.271','INV-20260115-77','held','this may correct i2, which is accepted: invoice INV-20260115-77, tank 01, product 001, 2026/01/15 04:31:00, 15898.729',0,'2026-01-16T01:15:49.800Z','2026-01-16T01:15:49.800Z',0,'{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 04:31:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":16277.271,"TotalVolumeTC":15850.655,"InvoiceNumber":"INV-20260115-77","Comments":"Northern Fuel Terminals, BOL-88213A","DeliveryNotesData":{"InvoiceNumber":"INV-20260115-77","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(9,'[701,"ABC0123456789","01","001","2026/01/15 00:00:00","1514.165","INV-MOVED",1]','delivery','ABC0123456789','01','001','2026/01/15 00:00:00','1514.165','INV-MOVED','withdrawn','its document was converted anew and no longer yields it',2,'2026-01-16T01:16:19.131Z','2026-01-16T01:16:12.025Z',0,'{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(10,'[701,"ABC0123456789","09","001","2026/01/15 00:00:00","1514.165","INV-MOVED",1]','delivery','ABC0123456789','09','001','2026/01/15 00:00:00','1514.165','INV-MOVED','sending','HTTP 503, ResponseCode 50000: Internal Server Error',3,'2026-01-16T01:16:25.904Z','2026-01-16T01:16:17.681Z',0,'{"TankNumber":"09","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}');
INSERT INTO inserts VALUES(11,'[701,"ABC0123456789","02","019","2026/01/15 00:00:00","2271.247","INV-UNDERWAY",1]','delivery','ABC0123456789','02','019','2026/01/15 00:00:00','2271.247','INV-UNDERWAY','pending','HTTP 503, ResponseCode 50000: Internal Server Error',1,'2026-01-16T01:16:24.001Z','2026-01-16T01:16:22.594Z',0,'{"TankNumber":"02","ProductCode":"019","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":2271.247,"TotalVolumeTC":null,"InvoiceNumber":"INV-UNDERWAY","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-UNDERWAY","InvoiceDate":"2026/01/15 00:00:00"}}');
CREATE TABLE notification_inserts (
  notification INTEGER NOT NULL REFERENCES notifications (seq),
  insert_seq INTEGER NOT NULL REFERENCES inserts (seq),
  line INTEGER,
  PRIMARY KEY (notification, insert_seq)
) STRICT, WITHOUT ROWID;
INSERT INTO notification_inserts VALUES(1,1,0);
INSERT INTO notification_inserts VALUES(2,2,0);
INSERT INTO notification_inserts VALUES(2,3,1);
INSERT INTO notification_inserts VALUES(3,4,0);
INSERT INTO notification_inserts VALUES(3,5,1);
INSERT INTO notification_inserts VALUES(6,6,0);
INSERT INTO notification_inserts VALUES(7,7,0);
INSERT INTO notification_inserts VALUES(8,3,1);
INSERT INTO notification_inserts VALUES(8,8,0);
INSERT INTO notification_inserts VALUES(9,9,NULL);
INSERT INTO notification_inserts VALUES(9,10,0);
INSERT INTO notification_inserts VALUES(10,11,0);
CREATE TABLE attempts (
  insert_seq INTEGER NOT NULL REFERENCES inserts (seq),
  number INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  -- Null in a dry run: nothing left this machine.
  address TEXT,
  request TEXT NOT NULL,
  outcome TEXT,
  status INTEGER,
  detail TEXT,
  reply TEXT,
  PRIMARY KEY (insert_seq, number)
) STRICT, WITHOUT ROWID;
INSERT INTO attempts VALUES(1,1,'2026-01-16T01:15:40.176Z','2026-01-16T01:15:40.184Z',NULL,'{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":378.541,"TotalVolumeTC":null,"InvoiceNumber":"INV-DRY","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-DRY","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','dry-run',NULL,'Ationet:BaseUrl is not set, so nothing was sent',NULL);
INSERT INTO attempts VALUES(2,1,'2026-01-16T01:15:42.592Z','2026-01-16T01:15:42.725Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 04:31:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":15898.729,"TotalVolumeTC":15850.655,"InvoiceNumber":"INV-20260115-77","Comments":"Northern Fuel Terminals, BOL-88213A","DeliveryNotesData":{"InvoiceNumber":"INV-20260115-77","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','accepted',200,'HTTP 200, ResponseCode 00000: Operation Succeeded','{"ResponseCode":"00000","ResponseMessage":"Operation Succeeded","ResponseError":null}');
INSERT INTO attempts VALUES(3,1,'2026-01-16T01:15:42.734Z','2026-01-16T01:15:42.740Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"02","ProductCode":"019","CreatedDateTime":"2026/01/15 04:31:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":9463.529,"TotalVolumeTC":9441.196,"InvoiceNumber":"INV-20260115-77","Comments":"Northern Fuel Terminals, BOL-88213A","DeliveryNotesData":{"InvoiceNumber":"INV-20260115-77","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','accepted',200,'HTTP 200, ResponseCode 00000: Operation Succeeded','{"ResponseCode":"00000","ResponseMessage":"Operation Succeeded","ResponseError":null}');
INSERT INTO attempts VALUES(4,1,'2026-01-16T01:15:44.135Z','2026-01-16T01:15:44.140Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"702","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","DateTime":"2026/01/15 21:58:30","Volume":23084.955,"VolumeTC":23052.779,"Ullage":14769.163,"WaterVolume":45.425,"FuelHeight":1809.75,"Temperature":14.5,"WaterHeight":12.7}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','accepted-with-warnings',200,'HTTP 200, ResponseCode 10000: Succeeded with warnings','{"ResponseCode":"10000","ResponseMessage":"Succeeded with warnings","ResponseError":null}');
INSERT INTO attempts VALUES(5,1,'2026-01-16T01:15:44.144Z','2026-01-16T01:15:44.147Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"702","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"02","ProductCode":"019","DateTime":"2026/01/15 21:58:30","Volume":12512.679,"VolumeTC":12496.401,"Ullage":17770.616,"WaterVolume":0.0,"FuelHeight":1117.6,"Temperature":14.11,"WaterHeight":0.0}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','accepted',200,'HTTP 200, ResponseCode 00000: Operation Succeeded','{"ResponseCode":"00000","ResponseMessage":"Operation Succeeded","ResponseError":null}');
INSERT INTO attempts VALUES(6,1,'2026-01-16T01:15:46.739Z','2026-01-16T01:15:46.749Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":757.082,"TotalVolumeTC":null,"InvoiceNumber":"INV-REFUSED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-REFUSED","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','refused',200,'HTTP 200, ResponseCode 40051: Tank is not valid','{"ResponseCode":"40051","ResponseMessage":"Tank is not valid","ResponseError":null}');
INSERT INTO attempts VALUES(7,1,'2026-01-16T01:15:48.287Z','2026-01-16T01:15:48.293Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1135.624,"TotalVolumeTC":null,"InvoiceNumber":"INV-UNKNOWN","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-UNKNOWN","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','unknown',200,'HTTP 200 without a ResponseCode','<html><body>Welcome to the captive portal</body></html>');
INSERT INTO attempts VALUES(9,1,'2026-01-16T01:16:12.028Z','2026-01-16T01:16:12.032Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','transient',503,'HTTP 503, ResponseCode 50000: Internal Server Error','{"ResponseCode":"50000","ResponseMessage":"Internal Server Error","ResponseError":"simulated"}');
INSERT INTO attempts VALUES(9,2,'2026-01-16T01:16:16.454Z','2026-01-16T01:16:16.578Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"01","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','transient',503,'HTTP 503, ResponseCode 50000: Internal Server Error','{"ResponseCode":"50000","ResponseMessage":"Internal Server Error","ResponseError":"simulated"}');
INSERT INTO attempts VALUES(10,1,'2026-01-16T01:16:17.711Z','2026-01-16T01:16:17.716Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"09","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','transient',503,'HTTP 503, ResponseCode 50000: Internal Server Error','{"ResponseCode":"50000","ResponseMessage":"Internal Server Error","ResponseError":"simulated"}');
INSERT INTO attempts VALUES(10,2,'2026-01-16T01:16:22.033Z','2026-01-16T01:16:22.279Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"09","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','transient',503,'HTTP 503, ResponseCode 50000: Internal Server Error','{"ResponseCode":"50000","ResponseMessage":"Internal Server Error","ResponseError":"simulated"}');
INSERT INTO attempts VALUES(10,3,'2026-01-16T01:16:40.133Z',NULL,'POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"09","ProductCode":"001","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":1514.165,"TotalVolumeTC":null,"InvoiceNumber":"INV-MOVED","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-MOVED","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}',NULL,NULL,NULL,NULL);
INSERT INTO attempts VALUES(11,1,'2026-01-16T01:16:22.606Z','2026-01-16T01:16:22.611Z','POST http://127.0.0.1:9080/v1/fms','{"ActionCode":"701","TerminalCode":"ABC0123456789","Protocol":"Native","Trama":[{"TankNumber":"02","ProductCode":"019","CreatedDateTime":"2026/01/15 00:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":2271.247,"TotalVolumeTC":null,"InvoiceNumber":"INV-UNDERWAY","Comments":"Northern Fuel Terminals","DeliveryNotesData":{"InvoiceNumber":"INV-UNDERWAY","InvoiceDate":"2026/01/15 00:00:00"}}],"SystemModel":"NotifyReceiver","SystemVersion":"1.0","MessageFormatVersion":"1.0"}','transient',503,'HTTP 503, ResponseCode 50000: Internal Server Error','{"ResponseCode":"50000","ResponseMessage":"Internal Server Error","ResponseError":"simulated"}');
CREATE TABLE acts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
INSERT INTO acts VALUES(1,'2026-01-16T01:16:16.718Z','operator','replay','n9');
INSERT INTO acts VALUES(2,'2026-01-16T01:16:25.132Z','operator','replay','n2');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('notifications',10);
INSERT INTO sqlite_sequence VALUES('inserts',11);
INSERT INTO sqlite_sequence VALUES('acts',2);
CREATE INDEX notifications_pending ON notifications (seq) WHERE state = 'pending';
CREATE INDEX notifications_quarantined ON notifications (seq) WHERE state = 'quarantined';
CREATE INDEX inserts_due ON inserts (due_at) WHERE state = 'pending';
CREATE INDEX inserts_open ON inserts (seq) WHERE state IN ('sending', 'refused', 'held');
CREATE INDEX inserts_invoice ON inserts (invoice_number, terminal_code) WHERE invoice_number IS NOT NULL;
CREATE INDEX notification_inserts_by_insert ON notification_inserts (insert_seq);
PRAGMA user_version = 1;
COMMIT;
