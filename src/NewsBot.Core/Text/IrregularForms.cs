using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>
/// Past forms and plurals that no suffix rule leads back to their base: "met" is a form of "meet", "children" of "child".
/// Forms that are just as often another word or a name ("left", "rose", "lay", "saw") are left out.
/// </summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, string> Bases = (
        "became:become began:begin,begun:begin bent:bend bitten:bite bled:bleed blew:blow,blown:blow broke:break,broken:break " +
        "brought:bring built:build burnt:burn bought:buy caught:catch chose:choose,chosen:choose came:come crept:creep dealt:deal dug:dig " +
        "drew:draw,drawn:draw drove:drive,driven:drive drank:drink,drunk:drink ate:eat,eaten:eat fallen:fall,fell:fall fed:feed " +
        "fought:fight fled:flee flew:fly,flown:fly forbade:forbid,forbidden:forbid forgot:forget,forgotten:forget froze:freeze,frozen:freeze " +
        "gave:give,given:give went:go,gone:go grew:grow,grown:grow heard:hear hid:hide,hidden:hide held:hold kept:keep knew:know,known:know " +
        "led:lead learnt:learn lent:lend lost:lose made:make met:meet overthrew:overthrow,overthrown:overthrow paid:pay proven:prove " +
        "stood:stand felt:feel sat:sit wore:wear,worn:wear tore:tear,torn:tear rode:ride,ridden:ride risen:rise arose:arise,arisen:arise hung:hang slid:slide " +
        "overcame:overcome overtook:overtake,overtaken:overtake shone:shine sped:speed wept:weep meant:mean got:get,gotten:get beaten:beat clung:cling swung:swing mistook:mistake " +
        "rang:ring,rung:ring ran:run said:say sought:seek sold:sell sent:send shook:shake,shaken:shake shot:shoot shown:show shrank:shrink,shrunk:shrink " +
        "sang:sing,sung:sing sank:sink,sunk:sink slept:sleep spoke:speak,spoken:speak spent:spend stole:steal,stolen:steal stuck:stick struck:strike,stricken:strike " +
        "swore:swear,sworn:swear swept:sweep swam:swim,swum:swim taken:take,took:take taught:teach told:tell thought:think threw:throw,thrown:throw " +
        "understood:understand withdrew:withdraw,withdrawn:withdraw woke:wake,woken:wake won:win wrote:write,written:write " +
        "died:die dying:die dies:die lying:lie tied:tie tying:tie children:child men:man women:woman feet:foot teeth:tooth lives:life wives:wife")
        .Split([' ', ','])
        .Select(pair => pair.Split(':'))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Bases.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Bases.Keys.Max(form => form.Length);

    /// <summary>Puts the base form in the place of an irregular one.</summary>
    /// <returns>The length of what now stands at the start of <paramref name="word"/>.</returns>
    public static int Replace(Span<char> word, int length)
    {
        if (length > Longest || !Lookup.TryGetValue(word[..length], out var stem))
            return length;
        stem.CopyTo(word);
        return stem.Length;
    }
}
