using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Tests.Documents.Drafting;

/// <summary>Documents in other words than the samples'.</summary>
public sealed class GuessTests
{
    [Fact]
    public void A_bill_of_lading_in_json_is_guessed_whole()
    {
        var profile = Drafts.ProfileOf(
            """
            {
              "bolNumber": "B1", "store": { "id": "12345" }, "deliveredAt": "2026-01-15T04:31:00", "carrier": "ACME",
              "lines": [ { "tankId": 1, "gradeCode": "UNL87", "grossGallons": 4200, "netGallons": 4187.3 } ]
            }
            """
        );

        Assert.Equal("store/id", profile.Location!.Source);
        Assert.Equal(RowKind.Delivery, profile.Rows[0].Kind);
        Assert.Equal("lines", profile.Rows[0].Select.XPath);
        Assert.Equal("tankId", Drafts.SourceOf(profile, "TankNumber"));
        Assert.Equal("gradeCode", Drafts.SourceOf(profile, "ProductCode"));
        Assert.Equal("/*/deliveredAt", Drafts.SourceOf(profile, "CreatedDateTime"));
        Assert.Equal("grossGallons", Drafts.SourceOf(profile, "TotalVolume"));
        Assert.Equal("netGallons", Drafts.SourceOf(profile, "TotalVolumeTC"));
        Assert.Equal("/*/bolNumber", Drafts.SourceOf(profile, "InvoiceNumber"));
        Assert.Equal("/*/carrier", Drafts.SourceOf(profile, "Comments"));
    }

    [Fact]
    public void Attributes_and_a_single_tank_are_guessed_as_well()
    {
        var profile = Drafts.ProfileOf(
            """
            <InventoryReport site="12345" date="2026-01-15" time="21:58:30">
              <Tank number="1" product="UNL87">
                <Volume unit="gal">6098.4</Volume><TCVolume>6089.9</TCVolume><Ullage>3901.6</Ullage>
                <Height>71.2</Height><Water height="0.5">12</Water><Temp>58.1</Temp>
              </Tank>
            </InventoryReport>
            """
        );

        Assert.Equal("@site", profile.Location!.Source);
        Assert.Equal(RowKind.Inventory, profile.Rows[0].Kind);
        Assert.Equal("Tank", profile.Rows[0].Select.XPath);
        Assert.Equal("@number", Drafts.SourceOf(profile, "TankNumber"));
        Assert.Equal("@product", Drafts.SourceOf(profile, "ProductCode"));
        Assert.Equal("/*/@date and /*/@time", Drafts.SourceOf(profile, "DateTime"));
        Assert.Equal("Volume", Drafts.SourceOf(profile, "Volume"));
        Assert.Equal("TCVolume", Drafts.SourceOf(profile, "VolumeTC"));
        Assert.Equal("Ullage", Drafts.SourceOf(profile, "Ullage"));
        Assert.Equal("Height", Drafts.SourceOf(profile, "FuelHeight"));
        Assert.Equal("Water", Drafts.SourceOf(profile, "WaterVolume"));
        Assert.Equal("Water/@height", Drafts.SourceOf(profile, "WaterHeight"));
        Assert.Equal("Temp", Drafts.SourceOf(profile, "Temperature"));
    }

    [Fact]
    public void Names_in_capitals_without_a_gap_are_taken_apart()
    {
        var profile = Drafts.ProfileOf(
            """
            <DELIVERYREPORT><LOCATIONID>12345</LOCATIONID><DELIVERY>
              <TANKNO>1</TANKNO><PRODUCTCODE>001</PRODUCTCODE><STARTVOLUME>100</STARTVOLUME><ENDVOLUME>300</ENDVOLUME>
              <GROSSVOL>200</GROSSVOL><NETVOL>199</NETVOL><ENDDATE>2026-01-15</ENDDATE><ENDTIME>05:00</ENDTIME>
              <STARTDATE>2026-01-15</STARTDATE><STARTTIME>04:31</STARTTIME><WATERHEIGHT>0.1</WATERHEIGHT>
            </DELIVERY></DELIVERYREPORT>
            """
        );

        Assert.Equal(RowKind.Delivery, profile.Rows[0].Kind);
        Assert.Equal("LOCATIONID", profile.Location!.Source);
        Assert.Equal("TANKNO", Drafts.SourceOf(profile, "TankNumber"));
        Assert.Equal("PRODUCTCODE", Drafts.SourceOf(profile, "ProductCode"));
        Assert.Equal("STARTVOLUME", Drafts.SourceOf(profile, "StartingVolume"));
        Assert.Equal("ENDVOLUME", Drafts.SourceOf(profile, "EndingVolume"));
        Assert.Equal("GROSSVOL", Drafts.SourceOf(profile, "TotalVolume"));
        Assert.Equal("NETVOL", Drafts.SourceOf(profile, "TotalVolumeTC"));
        Assert.Equal("ENDDATE and ENDTIME", Drafts.SourceOf(profile, "CreatedDateTime"));
    }

    [Fact]
    public void What_stands_around_the_rows_is_reached_from_them()
    {
        var profile = Drafts.ProfileOf(
            """
            <Stations><Station id="12345"><Tanks><Tank id="1" grade="UNL87"><Readings>
              <Reading at="2026-01-15T21:00:00" volume="5"/><Reading at="2026-01-15T22:00:00" volume="6"/>
            </Readings></Tank></Tanks></Station></Stations>
            """
        );

        Assert.Equal("Station/Tanks/Tank/Readings/Reading", profile.Rows[0].Select.XPath);
        Assert.Equal("../../@id", Drafts.SourceOf(profile, "TankNumber"));
        Assert.Equal("../../@grade", Drafts.SourceOf(profile, "ProductCode"));
        Assert.Equal("@at", Drafts.SourceOf(profile, "DateTime"));
    }

    [Fact]
    public void Plain_names_are_told_by_what_they_stand_in()
    {
        var profile = Drafts.ProfileOf(
            """
            <Report><StationId>12345</StationId><Row>
              <Tank><ID>1</ID><Product>UNL87</Product></Tank><Fuel><GrossVolume>5</GrossVolume></Fuel>
              <Water><Volume>1</Volume><Height>2</Height></Water><Sales><FuelVolume>77</FuelVolume></Sales>
            </Row></Report>
            """
        );

        Assert.Equal("Tank/ID", Drafts.SourceOf(profile, "TankNumber"));
        Assert.Equal("Tank/Product", Drafts.SourceOf(profile, "ProductCode"));
        Assert.Equal("Fuel/GrossVolume", Drafts.SourceOf(profile, "Volume"));
        Assert.Equal("Water/Volume", Drafts.SourceOf(profile, "WaterVolume"));
        Assert.Equal("Water/Height", Drafts.SourceOf(profile, "WaterHeight"));
    }

    [Fact]
    public void A_value_that_is_no_number_is_not_taken_for_a_volume()
    {
        var profile = Drafts.ProfileOf("<R><Row><Tank>1</Tank><Volume>usgal</Volume><Qty>5</Qty></Row></R>");

        Assert.Equal("Qty", Drafts.SourceOf(profile, "Volume"));
    }

    [Fact]
    public void Without_a_location_the_profile_says_that_its_path_is_wanted() =>
        Assert.Equal(
            "constant 'not found: write its path here'",
            Drafts.ProfileOf("<R><Row><Tank>1</Tank><Volume>5</Volume></Row></R>").Location!.Source
        );

    [Fact]
    public void What_is_required_and_was_not_found_is_told()
    {
        var draft = Drafts.Of("<Invoice><Line><Product>1</Product><Volume>5</Volume></Line></Invoice>");

        Assert.Contains("// Required and not found: TankNumber, CreatedDateTime\n", draft, StringComparison.Ordinal);
        Assert.Contains("// Without a TankNumber, the site's only tank", draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_elements_that_may_be_the_rows_are_told()
    {
        var draft = Drafts.Of(
            "<R><Tank><Tank>1</Tank><Product>1</Product><Volume>5</Volume></Tank><Note>a</Note><Note>b</Note></R>"
        );

        Assert.Contains("It may also be Note (2 times).", draft, StringComparison.Ordinal);
    }
}
