namespace Domain.Supervision;

public static class SupervisionWords
{
    /// <returns>一级, 二级, 三级.</returns>
    public static string Level(int level) => "一二三"[level - 1] + "级";

    /// <summary>Whose level it is, as screens name it.</summary>
    /// <returns>庭长, 分管院领导, 院长.</returns>
    public static string Post(int level) => level switch
    {
        1 => "庭长",
        2 => "分管院领导",
        _ => "院长",
    };
}
