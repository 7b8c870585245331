using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

internal enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>Frequent given names and what they tell of gender, and the short forms that stand for them.</summary>
internal static class FirstNames
{
    private static readonly FrozenDictionary<string, Gender> Genders = Build();

    /// <summary>Groups of given names that one person may go by; the first of a group is its key.</summary>
    private static readonly FrozenDictionary<string, string> Keys = BuildKeys();

    public static Gender GenderOf(string name) => Genders.GetValueOrDefault(name);

    public static bool IsKnown(string name) => Genders.ContainsKey(name);

    public static bool IsKnown(ReadOnlySpan<char> name) => Genders.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    /// <summary>"Bill" and "William" have one key; a name of no group is its own.</summary>
    public static string Key(string folded) => Keys.GetValueOrDefault(folded, folded);

    private static FrozenDictionary<string, Gender> Build()
    {
        var names = new Dictionary<string, Gender>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Male.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            names[name] = Gender.Male;
        foreach (var name in Female.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            names[name] = names.ContainsKey(name) ? Gender.Unknown : Gender.Female;
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, string> BuildKeys()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in SameName.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var names = group.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in names)
                keys.TryAdd(name, names[0]);
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private const string Male =
        "Aaron Abdul Abdullah Abraham Adam Ahmed Alan Albert Alberto Alejandro Aleksandr Alex Alexander Alexei Alfred Ali Allen Alyaksandr Anders Andre Andrea Andreas Andrei " +
        "Andrew Andriy Andrzej Andy Angel Antonio Anthony Antony Arnold Arthur Barack Barry Bart Ben Benjamin Benny Bernard Bernie Bill Billy Bob Bobby Boris " +
        "Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Calvin Carl Carlos Cecil Chad Charles Charlie Chris Christian Christopher " +
        "Chuck Clarence Claude Clint Clinton Colin Corey Cory Craig Curtis Cyril Dale Dan Daniel Danny Darren Darrell Dave David Dean Dennis Derek Diego Dick Dirk " +
        "Dmitri Dmitry Dominic Don Donald Doug Douglas Duncan Dustin Dwight Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin Elijah Elliott Emil Emmanuel " +
        "Enrique Eric Erik Ernest Ernesto Eugene Evan Felix Fernando Francis Francisco Francois François Frank Franklin Fred Frederick Friedrich Gabriel Garrett Gary " +
        "Gavin Geoffrey George Gerald Gerard Gerhard Giovanni Giuseppe Glenn Gordon Graham Grant Greg Gregory Guido Guillermo Gustavo Guy Hans Harold Harry Harvey Hassan " +
        "Heinrich Helmut Henri Henry Herbert Herman Howard Hugh Hugo Hussein Ian Ibrahim Igor Ivan Ivo Jack Jacob Jacques Jake Jamal James Jamie Jan Jared Jason Jay Jean " +
        "Jeb Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joaquin Joe Joel Johan Johannes John Johnny Jon Jonathan Jorge Jose José Joseph Josh " +
        "Joshua Josip Juan Julian Julio Jürgen Justin Karl Keith Ken Kenneth Kevin Khalid Kirk Klaus Konstantin Kurt Kyle Lance Larry Lars Lawrence Lee Leo Leon Leonard " +
        "Leonid Leroy Lewis Liam Lindsey Lloyd Logan Louis Lucas Ludwig Luis Luke Magnus Mahmoud Malcolm Manuel Marc Marcel Marco Marcus Mario Mark Markus Marshall Martin " +
        "Marvin Matt Matteo Matthew Maurice Max Mehmet Michael Michel Miguel Mike Mikhail Mitch Mitt Mohamed Mohammad Mohammed Morgan Muhammad Mustafa Narendra Nathan Nathaniel Neil " +
        "Nelson Newt Nicholas Nick Nicolas Nikolai Nigel Noah Norman Oleg Oliver Olaf Omar Orrin Oscar Otto Owen Pablo Pascal Patrick Paul Pavel Pedro Pete Peter Petro Philip " +
        "Phil Phillip Pierre Rafael Ralph Ramon Rand Randall Randy Ravi Ray Raymond Recep Reince Reinhard Rex Ricardo Richard Rick Ricky Rob Robert Roberto Rod Rodney Rodrigo Roger " +
        "Roland Rolf Roman Ron Ronald Ross Roy Ruben Rudolf Rudolph Rudy Rupert Russ Russell Ryan Salman Salvador Sam Samuel Scott Sean Sebastian Serge Sergei Sergey Sergio Seth Shane " +
        "Shawn Sidney Silvio Simon Stanley Stefan Stephen Stéphane Steve Steven Stuart Sven Ted Terence Terry Theodore Thomas Tim Timothy Toby Todd Tom Tommy Tony Trevor Trey Tyler Uwe " +
        "Vaclav Victor Viktor Vincent Vitaly Vladimir Volodymyr Vyacheslav Walter Warren Wayne Werner Wilhelm Will William Willie Wolfgang Xavier Yuri Yusuf Zachary Benedict Xi Jinping Bashar";

    private const string Female =
        "Abigail Adriana Agnes Aisha Alexandra Alexandria Alice Alicia Alison Allison Amanda Amber Amelia Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Anne Annette Annie Antonia Ashley " +
        "Audrey Barbara Beatrice Becky Bernadette Beth Betsy Betty Beverly Bonnie Brenda Bridget Brittany Camilla Candace Carla Carly Carmen Carol Carole Caroline Carolyn Carrie " +
        "Catherine Cathy Cecilia Charlotte Chelsea Cheryl Christiane Christina Christine Cindy Claire Clara Claudia Colleen Connie Courtney Cristina Crystal Cynthia Daisy Dana Danielle Dawn " +
        "Debbie Deborah Debra Denise Diana Diane Dianne Dolores Donna Doris Dorothy Edith Eileen Elaine Eleanor Elena Elise Elisabeth Elizabeth Ella Ellen Emily Emma Erica Erika Erin Esther " +
        "Ethel Eva Eve Evelyn Fatima Fiona Florence Frances Gabriela Gabrielle Gail Georgia Gina Giorgia Giulia Gloria Grace Gretchen Hannah Harriet Heather Heidi Helen Helena Helga Hillary " +
        "Holly Huma Ida Ilse Ingrid Irene Irina Irma Isabel Isabella Ivanka Jacqueline Jane Janet Janice Jean Jeanne Jenna Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Jodi Josephine Joyce Juanita " +
        "Judith Judy Julia Julie Juliet June Kamala Karen Karin Karine Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kayleigh Kellyanne Kelly Kim Kimberly Kirsten Kristen Kristin Laura Lauren Laurie " +
        "Leah Leila Lena Leslie Lillian Linda Lindsay Lisa Liz Lois Loretta Lori Lorraine Louise Lucia Lucy Lynn Madeleine Madison Malala Manuela Marcia Margaret Margarita Margot Maria María Marie Marilyn Marina Marine Marion Marjorie Marlene " +
        "Marsha Martha Mary Maureen Megan Meghan Melania Melanie Melissa Mercedes Mia Michaela Michele Michelle Mildred Miranda Miriam Molly Monica Monique Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nicola Nina Nora Norma " +
        "Olga Olivia Pamela Pat Patricia Paula Pauline Peggy Penelope Penny Phyllis Priscilla Priti Rachel Rebecca Regina Renee Rita Roberta Robin Rosa Rose Rosemary Roxanne Ruth Sabrina Sally Samantha Sandra Sara Sarah " +
        "Shannon Sharon Sheila Shelley Sherry Shirley Silvia Simone Sofia Sonia Sophia Sophie Stacey Stacy Stella Stephanie Sue Susan Susanna Susanne Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Theresa " +
        "Tiffany Tina Tracy Ursula Valentina Valerie Vanessa Vera Veronica Victoria Viola Virginia Vivian Wendy Whitney Yasmin Yolanda Yulia Yvette Yvonne Zoe";

    private const string SameName =
        "alexander aleksandr alexandr aleksander alyaksandr oleksandr alejandro alessandro alex / alexei aleksei alexey aleksey / andrew andrei andrey andriy andy / anthony tony antony / " +
        "benjamin ben benny / charles charlie chuck / christopher chris / daniel dan danny / david dave / dmitry dmitri dmitriy dmytro / donald don donny / edward ed eddie ted / " +
        "elizabeth liz beth betsy elisabeth / eugene yevgeny evgeny yevgeni evgeni / frederick fred / gregory greg / james jim jimmy / jeffrey jeff / john jon johnny jack / joseph joe / " +
        "joshua josh / katherine kate kathy catherine cathy katie kathryn / kenneth ken / lawrence larry / margaret maggie meg / matthew matt / michael mike mikhail mykhailo / mohammed muhammad mohamed mohammad mahomed / " +
        "nicholas nick nikolai nikolay mykola / pamela pam / patricia pat patty / patrick pat / peter pete petro pyotr petr / philip phil phillip / rebecca becky / richard rick dick rich / robert bob bobby rob / " +
        "ronald ron / samuel sam / sergei sergey serhiy serge / stephen steve steven / susan sue susie / theodore ted / thomas tom tommy / timothy tim / victor viktor / vladimir volodymyr uladzimir wladimir / " +
        "walter walt / william bill billy will / yuri yury iurii yuriy / zachary zach / julia yulia yuliya / helen elena yelena olena / irene irina iryna / catherine ekaterina yekaterina / george georgy georgi jorge / " +
        "paul pavel pavlo / joseph iosif josef jose / bernard bernie / nathaniel nate nathan / gerald gerry jerry / raymond ray / douglas doug / jennifer jen jenny / deborah debbie debra / abraham abe / albert al / leonard len leonid";
}
