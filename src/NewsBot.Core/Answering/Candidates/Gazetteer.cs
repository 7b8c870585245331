using System.Collections.Frozen;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Names of places that news names often: countries, states of the USA, regions and large cities.</summary>
internal static class Gazetteer
{
    private static readonly FrozenSet<string> Places = (
        "Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|" +
        "Bhutan|Bolivia|Bosnia|Botswana|Brazil|Britain|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Chad|Chile|China|Colombia|Comoros|Congo|" +
        "Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|England|Eritrea|Estonia|" +
        "Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Greenland|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|" +
        "Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|" +
        "Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|" +
        "Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|" +
        "Northern Ireland|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|" +
        "Rwanda|Samoa|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain|" +
        "Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Tibet|Togo|Tonga|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|" +
        "United Arab Emirates|UAE|United Kingdom|UK|United States|U.S.|US|USA|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe|" +
        "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|" +
        "Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|" +
        "North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|" +
        "Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|New South Wales|Queensland|Victoria|Bavaria|Catalonia|Crimea|Donbas|Gaza|Gaza Strip|West Bank|" +
        "Kashmir|Xinjiang|Siberia|Chechnya|Europe|Asia|Africa|North America|South America|Latin America|Antarctica|Middle East|" +
        "Abu Dhabi|Amsterdam|Anchorage|Ankara|Athens|Atlanta|Auckland|Austin|Baghdad|Baltimore|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade|Berlin|Birmingham|" +
        "Bogota|Boston|Brasilia|Brisbane|Brussels|Bucharest|Budapest|Buenos Aires|Cairo|Calgary|Cape Town|Caracas|Cardiff|Charlotte|Chicago|Cincinnati|Cleveland|" +
        "Copenhagen|Dallas|Damascus|Delhi|Denver|Detroit|Dhaka|Doha|Dubai|Dublin|Edinburgh|Frankfurt|Geneva|Glasgow|Hamburg|Hanoi|Havana|Helsinki|Houston|" +
        "Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Kansas City|Karachi|Kathmandu|Kharkiv|Kherson|Kyiv|Lagos|Lahore|Las Vegas|Leeds|Lima|Lisbon|Liverpool|" +
        "London|Los Angeles|Madrid|Manchester|Manila|Marseille|Mecca|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Montreal|Moscow|Mumbai|" +
        "Munich|Nairobi|Naples|Nashville|New Delhi|New Orleans|New York City|Odesa|Osaka|Oslo|Ottawa|Paris|Perth|Philadelphia|Phoenix|Pittsburgh|Portland|Prague|" +
        "Pyongyang|Quito|Rio de Janeiro|Riyadh|Rome|Sacramento|Salt Lake City|San Diego|San Francisco|San Jose|Santiago|Sao Paulo|Seattle|Seoul|Shanghai|Sofia|" +
        "St. Louis|St. Petersburg|Stockholm|Sydney|Taipei|Tallinn|Tbilisi|Tehran|Tel Aviv|Tokyo|Toronto|Tripoli|Tunis|Ulaanbaatar|Vancouver|Venice|Vienna|Vilnius|" +
        "Warsaw|Washington DC|Washington D.C.|Wellington|Wuhan|Yangon|Yerevan|Zagreb|Zurich")
        .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string name) => Places.Contains(name);
}
