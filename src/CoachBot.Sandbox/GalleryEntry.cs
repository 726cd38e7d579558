namespace CoachBot.Sandbox;

/// <summary>Pictures that belong together, under one title of the gallery page.</summary>
public sealed record GalleryEntry(string Title, IReadOnlyList<GalleryPicture> Pictures);

/// <summary>One picture of the gallery.</summary>
/// <param name="FileName">Its name in the page's addresses; no two are alike. It ends in .png or .gif.</param>
/// <param name="Label">What it shows, in a word or two.</param>
/// <param name="AltText">What a screen reader says.</param>
/// <param name="Draw">Its bytes, for a dark page when told true; called when somebody looks at it, by several at once.</param>
public sealed record GalleryPicture(string FileName, string Label, string AltText, Func<bool, ReadOnlyMemory<byte>> Draw);
