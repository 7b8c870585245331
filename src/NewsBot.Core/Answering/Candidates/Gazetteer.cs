using System.Collections.Frozen;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Names of places that news names often, by what they are.</summary>
internal static class Gazetteer
{
    private static readonly FrozenSet<string> Countries = Set(
        "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|" +
        "Belize|Benin|Bhutan|Bolivia|Bosnia|Botswana|Brazil|Britain|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Chad|Chile|China|" +
        "Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|" +
        "Egypt|El Salvador|England|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Greenland|Grenada|" +
        "Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|" +
        "Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Madagascar|" +
        "Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|" +
        "Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palau|Palestine|Panama|" +
        "Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|Saudi Arabia|Scotland|Senegal|Serbia|" +
        "Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|" +
        "Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tibet|Togo|Tonga|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|UAE|" +
        "United Kingdom|UK|United States|U.S.|US|USA|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe");

    private static readonly FrozenSet<string> States = Set(
        "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|" +
        "Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|" +
        "North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|" +
        "Washington|West Virginia|Wisconsin|Wyoming");

    private static readonly FrozenSet<string> Regions = Set(
        "Ontario|Quebec|British Columbia|Alberta|New South Wales|Queensland|Victoria|Bavaria|Catalonia|Crimea|Donbas|Gaza|Gaza Strip|West Bank|Kashmir|" +
        "Xinjiang|Siberia|Chechnya|Europe|Asia|Africa|North America|South America|Latin America|Antarctica|Middle East");

    private static readonly FrozenSet<string> Cities = Set(
        "Abu Dhabi|Amsterdam|Anchorage|Ankara|Athens|Atlanta|Auckland|Austin|Baghdad|Baltimore|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade|Berlin|" +
        "Birmingham|Bogota|Boston|Brasilia|Brisbane|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Calgary|Cape Town|Caracas|Cardiff|Charlotte|Chicago|" +
        "Cincinnati|Cleveland|Copenhagen|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Doha|Dubai|Dublin|Edinburgh|Frankfurt|Geneva|Glasgow|Hamburg|Hanoi|" +
        "Havana|Helsinki|Houston|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Kansas City|Karachi|Kathmandu|Kharkiv|Kherson|Kyiv|Lagos|Lahore|" +
        "Las Vegas|Leeds|Lima|Lisbon|Liverpool|London|Los Angeles|Madrid|Manchester|Manila|Marseille|Mecca|Melbourne|Memphis|Mexico City|Miami|Milan|" +
        "Milwaukee|Minneapolis|Minsk|Montreal|Moscow|Mumbai|Munich|Nairobi|Naples|Nashville|New Delhi|New Orleans|New York City|Odesa|Osaka|Oslo|Ottawa|" +
        "Paris|Perth|Philadelphia|Phoenix|Pittsburgh|Portland|Prague|Pyongyang|Quito|Rio de Janeiro|Riyadh|Rome|Sacramento|Salt Lake City|San Diego|" +
        "San Francisco|San Jose|Santiago|Sao Paulo|Seattle|Seoul|Shanghai|Sofia|St. Louis|St. Petersburg|Stockholm|Sydney|Taipei|Tallinn|Tbilisi|Tehran|" +
        "Tel Aviv|Tokyo|Toronto|Tripoli|Tunis|Ulaanbaatar|Vancouver|Venice|Vienna|Vilnius|Warsaw|Washington DC|Washington D.C.|Wellington|Wuhan|Yangon|" +
        "Yerevan|Zagreb|Zurich|Washington|New York");

    private static readonly FrozenSet<string> Homeland = Set("US|U.S.|U.S|USA|United States|America");
    private static readonly FrozenSet<string> CountryNouns = QuestionWords.Set("country nation");
    private static readonly FrozenSet<string> StateNouns = QuestionWords.Set("state");
    private static readonly FrozenSet<string> CityNouns = QuestionWords.Set("city town capital village");

    public static bool Has(string name) => Countries.Contains(name) || States.Contains(name) || Regions.Contains(name) || Cities.Contains(name);

    /// <summary>Whether a name stands for the United States as a whole.</summary>
    public static bool IsUnitedStates(string name) => Homeland.Contains(name);

    /// <summary>Whether a name that is known to be a place of one sort cannot be the sort of place asked for: a country where a city is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="noun">The term of the noun asked for.</param>
    public static bool Excludes(string name, string noun)
    {
        if (CountryNouns.Contains(noun))
            return !Countries.Contains(name) && Has(name);
        if (StateNouns.Contains(noun))
            return !States.Contains(name) && Has(name);
        return CityNouns.Contains(noun) && !Cities.Contains(name) && Has(name);
    }

    private static FrozenSet<string> Set(string names) => names.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
